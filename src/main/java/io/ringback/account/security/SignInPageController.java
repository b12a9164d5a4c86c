package io.ringback.account.security;

import io.ringback.account.Accounts;
import io.ringback.account.DemoAccounts;
import io.ringback.account.MenuEntry;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The form to sign in, and where people arrive who have no desk. */
@Controller
class SignInPageController {

    private final Accounts accounts;
    private final DemoAccounts demo;
    private final ObjectProvider<IdentityProvider> provider;

    SignInPageController(Accounts accounts, DemoAccounts demo, ObjectProvider<IdentityProvider> provider) {
        this.accounts = accounts;
        this.demo = demo;
        this.provider = provider;
    }

    @GetMapping(SignIn.ADDRESS)
    String signIn(
            HttpServletRequest request,
            Model model,
            @Nullable Principal signedIn,
            @RequestAttribute(name = "io.ringback.account.security.SignIn$Problem", required = false)
                    SignIn.@Nullable Problem problem) {
        if (signedIn != null && problem == null) {
            return "redirect:/";
        }
        var elsewhere = provider.getIfAvailable();
        model.addAttribute("provider", elsewhere);
        model.addAttribute(
                "problem",
                problem != null || elsewhere == null
                        ? problem
                        : elsewhere.problem(request.getParameter("refused")).orElse(null));
        model.addAttribute("signedOut", problem == null && request.getParameter("signedOut") != null);
        model.addAttribute("passwordChosen", problem == null && request.getParameter("passwordChosen") != null);
        model.addAttribute("username", request.getParameter("username"));
        model.addAttribute("next", WantedPage.of(request).orElse(null));
        model.addAttribute("demoAccounts", demo.open());
        model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        return "login";
    }

    /** Leads people to the first of their places; those who have none see what their account is. */
    @GetMapping("/")
    String home(Model model, Principal signedIn) {
        var account = accounts.find(signedIn.getName()).orElseThrow();
        model.addAttribute("account", account);
        return MenuEntry.ALL.stream()
                .filter(place -> place.isFor(account))
                .findFirst()
                .map(place -> "redirect:" + place.address())
                .orElse("home");
    }
}
