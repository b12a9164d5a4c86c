package io.ringback.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Optional;

/**
 * The program beside the browser that dials. There is none on the machine, and nobody to answer the browser's question
 * whether to start one; so what the page would hand on is only noted, unless a test wants it {@link #inEarnest}.
 */
final class Softphone {

    private static final String NOTE = """
            window.openInEarnest = window.open;
            window.open = (address, ...how) => {
                if (/^https?:/.test(new URL(address, location).href)) {
                    return window.openInEarnest(address, ...how);
                }
                window.dialled = address;
                return {close() {}};
            };""";

    private Softphone() {}

    static void standInFor(BrowserContext context) {
        context.addInitScript(NOTE);
    }

    /** What the page has handed to the softphone last. */
    static Optional<String> dialled(Page page) {
        return Optional.ofNullable(page.evaluate("() => window.dialled")).map(Object::toString);
    }

    /** From now on the browser is asked to open the program, and asks in turn. */
    static void inEarnest(Person person) {
        person.expects("request to another host: GET tel:");
        person.page().evaluate("() => { window.open = window.openInEarnest; }");
    }
}
