package io.ringback.account;

import io.ringback.platform.ScriptTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.ServletRequestPathUtils;

/** Gives the pages that are {@link Framed} what the frame shows. */
@ControllerAdvice(annotations = Framed.class)
class Frames {

    private final Accounts accounts;
    private final ScriptTexts texts;

    Frames(Accounts accounts, ScriptTexts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    @ModelAttribute("frame")
    PageFrame frame(Principal signedIn, HttpServletRequest request, Locale locale) {
        var account = accounts.find(signedIn.getName()).orElseThrow();
        String path = ServletRequestPathUtils.parseAndCache(request)
                .pathWithinApplication()
                .value();
        return new PageFrame(account.name(), account.roles(), path, texts.in(locale));
    }
}
