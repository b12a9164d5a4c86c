package io.ringback.office;

import io.ringback.account.Accounts;
import io.ringback.platform.web.ScriptTexts;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.ServletRequestPathUtils;

/** Gives the pages that are {@link OfficePage} what the frame shows. */
@ControllerAdvice(annotations = OfficePage.class)
class OfficeFrameAdvice {

    private final Accounts accounts;
    private final ScriptTexts texts;

    OfficeFrameAdvice(Accounts accounts, ScriptTexts texts) {
        this.accounts = accounts;
        this.texts = texts;
    }

    @ModelAttribute("frame")
    OfficeFrame frame(Principal signedIn, HttpServletRequest request, Locale locale) {
        var account = accounts.find(signedIn.getName()).orElseThrow();
        var path = ServletRequestPathUtils.parseAndCache(request)
                .pathWithinApplication()
                .value();
        return new OfficeFrame(account, path, texts.in(locale));
    }
}
