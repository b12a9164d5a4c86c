package io.ringback.office.settings;

import io.ringback.auditor.AskedPurpose;
import io.ringback.office.OfficePage;
import io.ringback.presence.AwayReasons;
import io.ringback.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows what agents can be away for, who says what they look for, and all settings as one file, to be changed, tried and applied by the API. */
@Controller
@OfficePage
@RequestMapping("/admin/settings")
class SettingsPageController {

    private final Settings settings;
    private final AwayReasons reasons;
    private final AskedPurpose purpose;

    SettingsPageController(Settings settings, AwayReasons reasons, AskedPurpose purpose) {
        this.settings = settings;
        this.reasons = reasons;
        this.purpose = purpose;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("yaml", settings.read());
        model.addAttribute("reasons", reasons.offered());
        model.addAttribute("askedOf", purpose.of());
        return "operations/settings";
    }
}
