package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** Where the demo begins: its people, and its simulator. Each button answers on the page before the next one is pressed. */
final class StartPage {

    private final Person person;

    StartPage(Person person) {
        this.person = person;
    }

    /** For somebody who has not signed in, or who has and goes back to it. */
    StartPage open() {
        person.visit("/simulator");
        assertThat(page().locator("#demo-callers")).isVisible();
        return this;
    }

    /** @param answer ANSWERS, BUSY, NO_ANSWER or WRONG_NUMBER */
    StartPage oneCallerWhose(String answer) {
        page().locator("#answer").selectOption(answer);
        return press("#one-caller", "caller");
    }

    StartPage letCallersCome() {
        return press("#callers-come", "coming");
    }

    StartPage letColleaguesWork() {
        return press("#colleagues", "working");
    }

    StartPage sendColleaguesHome() {
        return press("#colleagues", "home");
    }

    StartPage removeEverything() {
        return press("#clear", "(cleared|partly)");
    }

    /** By one click, as whoever it was before or not. */
    Person as(String account) {
        page().locator("#as-" + account).click();
        page().waitForURL(Pattern.compile("^(?!.*/(login|simulator)).*$").asPredicate());
        return person;
    }

    Locator told() {
        return page().locator("#demo-callers [role=status]");
    }

    private StartPage press(String button, String told) {
        page().locator(button).click();
        page().waitForURL(Pattern.compile(".*[?]told=" + told + "$"));
        assertThat(told()).isVisible();
        return this;
    }

    private Page page() {
        return person.page();
    }
}
