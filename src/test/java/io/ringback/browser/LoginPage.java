package io.ringback.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where somebody says who they are. */
public final class LoginPage {

    private final Page page;

    public LoginPage(Page page) {
        this.page = page;
    }

    public void signIn(String account, String password) {
        account().fill(account);
        password().fill(password);
        page.locator("form:has(input#password) button[type=submit]").click();
    }

    Locator account() {
        return page.locator("input#username");
    }

    Locator password() {
        return page.locator("input#password");
    }
}
