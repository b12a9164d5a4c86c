package io.ringback.account;

import io.ringback.platform.web.ScriptTexts;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where a link to choose a password leads. It tells nothing about the account. */
@Controller
class WelcomePageController {

    static final String ADDRESS = "/welcome";

    private final ScriptTexts texts;

    WelcomePageController(ScriptTexts texts) {
        this.texts = texts;
    }

    @GetMapping(ADDRESS)
    String welcome(Model model, Locale locale) {
        model.addAttribute("texts", texts.in(locale));
        model.addAttribute("shortest", Passwords.SHORTEST);
        return "people/welcome";
    }
}
