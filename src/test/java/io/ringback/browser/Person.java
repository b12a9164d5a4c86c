package io.ringback.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Tracing;
import io.ringback.support.Centre;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser. Whatever the browser complains of fails the test after it, unless it was expected. */
final class Person {

    /** After everything that is already on its way to the page has had its effect there. */
    private static final String SETTLED = "() => new Promise(done => setTimeout(done))";

    private final String id;
    private final BrowserContext context;
    private final URI home;
    private final Complaints complaints;
    private final Page page;
    private boolean gone;

    Person(String id, BrowserContext context, URI home) {
        this.id = id;
        this.context = context;
        this.home = home;
        this.complaints = Complaints.of(context, home);
        Softphone.standInFor(context);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        this.page = context.newPage();
    }

    /** The account. */
    String id() {
        return id;
    }

    URI home() {
        return home;
    }

    Page page() {
        return page;
    }

    /** For what only few tests need: more windows, permissions, cookies. */
    BrowserContext context() {
        return context;
    }

    DeskPage desk() {
        return new DeskPage(page);
    }

    /** Opens a page of the server. */
    void visit(String path) {
        page.navigate(home.resolve(path).toString());
    }

    /** Opens a page of the server and waits until it can be used. */
    void go(String path) {
        visit(path);
        desk().awaitReady();
    }

    /** Wants to be at the desk, is asked who it is, and gets there. */
    void signIn() {
        signInAt("/desk");
    }

    /** Wants to see a page, is asked who it is, and gets there. */
    void signInAt(String path) {
        visit(path);
        new LoginPage(page).signIn(id, Centre.PASSWORD);
        desk().awaitReady();
    }

    /** From now on the browser may complain of this. */
    Person expects(String regex) {
        complaints.expect(regex);
        return this;
    }

    /** From now on requests may fail on their way. */
    Person expectsABrokenLine() {
        return expects("net::ERR_").expects("htmx:(sendError|timeout|afterRequest)");
    }

    /** The machine has no network any more; what fails because of that is expected. */
    void goOffline() {
        expectsABrokenLine();
        context.setOffline(true);
    }

    void comeBackOnline() {
        context.setOffline(false);
    }

    /** Looks at another program; the window is behind it. A browser without windows has to be told. */
    void lookAway() {
        page.evaluate("() => document.hasFocus = () => false");
    }

    void lookBack() {
        page.evaluate("() => { delete document.hasFocus; dispatchEvent(new Event('focus')); }");
    }

    /** From here on {@link #stayedOnPage} can tell. */
    void markPage() {
        page.evaluate("() => { window.marked = true; }");
    }

    /** Whether it is still the same page, not loaded anew since {@link #markPage}. */
    boolean stayedOnPage() {
        return Boolean.TRUE.equals(page.evaluate("() => window.marked === true"));
    }

    /** Closes the browser; what it kept for itself is gone. */
    void goHome() {
        close(null);
    }

    /** What the browser complained of so far and was not expected. */
    List<String> complaints() {
        for (var open : context.pages()) {
            try {
                open.evaluate(SETTLED);
            } catch (PlaywrightException gone) {
                // It was closed or left meanwhile: nothing more comes from it.
            }
        }
        return complaints.unexpected();
    }

    /** @param evidence begin of the names of the files to leave; null for none */
    void close(@Nullable Path evidence) {
        if (gone) {
            return;
        }
        gone = true;
        if (evidence == null) {
            context.tracing().stop();
        } else {
            leave(evidence);
        }
        context.close();
    }

    private void leave(Path evidence) {
        context.tracing().stop(new Tracing.StopOptions().setPath(Path.of(evidence + ".zip")));
        try {
            Files.createDirectories(evidence.getParent());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(evidence + ".png"))
                    .setFullPage(true));
            Files.writeString(Path.of(evidence + ".html"), page.content());
            Files.write(Path.of(evidence + ".txt"), complaints.unexpected());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlaywrightException e) {
            System.err.printf("No picture of %s: %s%n", id, e.getMessage());
        }
    }
}
