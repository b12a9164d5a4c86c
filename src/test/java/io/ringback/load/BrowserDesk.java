package io.ringback.load;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.ringback.browser.Chromium;
import io.ringback.browser.DeskPage;
import io.ringback.browser.LoginPage;
import io.ringback.browser.Look;
import java.time.Instant;
import java.util.List;

/** An agent's desk in a browser that notes by this machine's clock when a case is to be seen, and when Save is pressed. */
final class BrowserDesk implements AutoCloseable {

    /**
     * A case counts as seen when the frame with it has been handed over: a message sent in the callback before a frame
     * is handled after that frame.
     */
    private static final String WATCH = """
            (() => {
                window.seenCases = [];
                window.saves = [];
                let last = null;
                const look = () => {
                    const allocation = document.querySelector('#case')?.dataset.allocation ?? null;
                    if (allocation !== last) {
                        last = allocation;
                        if (allocation !== null) {
                            requestAnimationFrame(() => {
                                const channel = new MessageChannel();
                                channel.port1.onmessage = () => window.seenCases.push(Date.now());
                                channel.port2.postMessage(null);
                            });
                        }
                    }
                };
                new MutationObserver(look).observe(document,
                    {subtree: true, childList: true, attributes: true, attributeFilter: ['data-allocation']});
                addEventListener('click', event => {
                    if (event.target.closest('[data-action=save]')) {
                        window.saves.push(Date.now());
                    }
                }, true);
            })()
            """;

    /** By default a page is asked in each frame, which has it drawn all the time and takes the processor from the server. */
    private static final Page.WaitForFunctionOptions NOW_AND_THEN =
            new Page.WaitForFunctionOptions().setPollingInterval(100);

    private final BrowserContext context;
    private final Page page;

    BrowserDesk(Chromium chromium, Options options, Agent agent) {
        context = chromium.open(Look.usual());
        context.addInitScript(WATCH);
        page = context.newPage();
        page.navigate(options.target().resolve("/desk").toString());
        new LoginPage(page).signIn(agent.id(), Centre.PASSWORD);
        desk().awaitReady();
    }

    Page page() {
        return page;
    }

    DeskPage desk() {
        return new DeskPage(page);
    }

    /** When the case of this number, from 1, was to be seen. */
    Instant seen(int number) {
        return noted("seenCases", number);
    }

    Instant saved(int number) {
        return noted("saves", number);
    }

    /** How many cases have been seen. */
    int count() {
        return ((Number) page.evaluate("() => window.seenCases.length")).intValue();
    }

    void awaitNoCase() {
        page.waitForFunction("() => !document.querySelector('#case')", null, NOW_AND_THEN);
    }

    private Instant noted(String list, int number) {
        page.waitForFunction("([list, number]) => window[list].length >= number", List.of(list, number), NOW_AND_THEN);
        var at = (Number) page.evaluate("([list, number]) => window[list][number - 1]", List.of(list, number));
        return Instant.ofEpochMilli(at.longValue());
    }

    @Override
    public void close() {
        context.close();
    }
}
