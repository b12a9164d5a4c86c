package io.ringback.office.settings;

import io.ringback.office.OfficePage;
import io.ringback.settings.Settings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Shows all settings as one file, to be changed, tried and applied by the API. */
@Controller
@OfficePage
@RequestMapping("/admin/settings")
class SettingsPageController {

    private final Settings settings;

    SettingsPageController(Settings settings) {
        this.settings = settings;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("yaml", settings.read());
        return "operations/settings";
    }
}
