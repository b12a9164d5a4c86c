package io.ringback.office.auditor;

import io.ringback.auditor.GivenPurpose;
import io.ringback.office.OfficePage;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks what somebody looks for, once for a session, and leads to the page they wanted. */
@Controller
@OfficePage
@RequestMapping("/audit/purpose")
class PurposePageController {

    private static final String HOME = "/";

    @GetMapping
    String ask(@RequestParam(required = false) @Nullable String back, HttpServletRequest request, Model model) {
        model.addAttribute("back", own(back));
        model.addAttribute("purpose", GivenPurpose.ofSession(request));
        return "audit/purpose";
    }

    @PostMapping
    String say(
            @RequestParam String purpose,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request) {
        GivenPurpose.keep(request, purpose);
        return "redirect:" + own(back);
    }

    /** Only to a page of ours. */
    private static String own(@Nullable String back) {
        return back != null && back.matches("/[\\w/.-]*") && !back.startsWith("//") ? back : HOME;
    }
}
