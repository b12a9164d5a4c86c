package io.ringback.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What went wrong in one person's browser without being seen: errors and warnings on the console, errors nobody caught,
 * violations of the page's security policy, failed requests, and requests to anywhere but the server.
 */
final class Complaints {

    /** What htmx says when a newer request has taken the place of one under way; of one that failed it says more. */
    private static final Pattern OF_NEWER_REQUEST = Pattern.compile("^htmx:(sendAbort|afterRequest), ");

    /** A page that is left gives up what it still waits for. */
    private static final String GIVEN_UP = "net::ERR_ABORTED";

    private static final Set<String> WITHOUT_HOST = Set.of("about", "blob", "data");

    private static final String TELL_VIOLATIONS = """
            addEventListener('securitypolicyviolation', event => console.error(
                `policy violated: ${event.effectiveDirective} by ${event.blockedURI} in ${event.sourceFile}:${event.lineNumber}`));
            """;

    private final URI home;
    private final List<String> all = new ArrayList<>();
    private final List<Pattern> expected = new ArrayList<>();

    private Complaints(URI home) {
        this.home = home;
    }

    static Complaints of(BrowserContext context, URI home) {
        var complaints = new Complaints(home);
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(complaints::console);
        context.onWebError(error -> complaints.add("error nobody caught: " + error.error()));
        context.onRequest(complaints::request);
        context.onRequestFailed(complaints::failed);
        return complaints;
    }

    void expect(String regex) {
        expected.add(Pattern.compile(regex));
    }

    List<String> unexpected() {
        return all.stream()
                .filter(complaint -> expected.stream()
                        .noneMatch(pattern -> pattern.matcher(complaint).find()))
                .toList();
    }

    private void console(ConsoleMessage message) {
        if (Set.of("error", "warning", "assert").contains(message.type())
                && !OF_NEWER_REQUEST.matcher(message.text()).find()) {
            add("console %s: %s (%s)".formatted(message.type(), message.text(), message.location()));
        }
    }

    private void request(Request request) {
        var uri = URI.create(request.url().replaceAll("[^\\p{Graph}]|[\"<>\\\\^`{|}]", "_"));
        var atHome = home.getAuthority().equals(uri.getAuthority());
        if (!atHome && !WITHOUT_HOST.contains(uri.getScheme())) {
            add("request to another host: %s %s".formatted(request.method(), request.url()));
        }
    }

    private void failed(Request request) {
        if (!GIVEN_UP.equals(request.failure())) {
            add("request failed: %s %s %s".formatted(request.method(), request.url(), request.failure()));
        }
    }

    private void add(String complaint) {
        all.add(complaint);
    }
}
