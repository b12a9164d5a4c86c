package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.springframework.http.HttpHeaders;

/** What the headers of a request say about the browser that sent it. */
public final class Browsers {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private Browsers() {}

    /** Whether a person waits for a page, rather than a program or a script for data. */
    public static boolean wantsPage(HttpServletRequest request) {
        return acceptsHtml(request) && !isScript(request) && !ApiAddresses.contain(request);
    }

    /**
     * Whether a page of ours asks for something to use itself, by a script or otherwise; it deals with refusals. Browsers
     * keep {@code Sec-Fetch-Site} to themselves on plain HTTP, but not which page of ours they are on.
     */
    public static boolean isScript(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null || request.getHeader("X-Requested-With") != null) {
            return true;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") && "empty".equals(request.getHeader("Sec-Fetch-Dest"));
        }
        var page = request.getHeader(HttpHeaders.REFERER);
        return page != null && isOwn(page, request) && !acceptsHtml(request);
    }

    /**
     * Whether a page that is not ours made a browser send this. Programs that are no browsers say nothing; browsers
     * tell at least the origin of whatever can change things.
     */
    public static boolean isSentByForeignPage(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !OWN_SITE.contains(site);
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin != null && !isOwn(origin, request);
    }

    /**
     * Whether a script or a program reads the answer, as far as the browser says: not a tab, a frame, an image, or a
     * browser that fetches ahead what may never be asked for.
     */
    public static boolean isReadByScript(HttpServletRequest request) {
        var destination = request.getHeader("Sec-Fetch-Dest");
        return (destination == null || destination.equals("empty"))
                && !"navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && request.getHeader("Sec-Purpose") == null
                && request.getHeader("Purpose") == null;
    }

    private static boolean acceptsHtml(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("text/html");
    }

    // The scheme may differ: a proxy may have taken the TLS off.
    private static boolean isOwn(String address, HttpServletRequest request) {
        try {
            var authority = new URI(address).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
