package io.ringback.office.webhooks;

import io.ringback.office.OfficePage;
import io.ringback.webhook.Deliveries;
import io.ringback.webhook.DeliveryController;
import io.ringback.webhook.DeliveryStatus;
import io.ringback.webhook.EventTypes;
import io.ringback.webhook.TargetRules;
import io.ringback.webhook.WebhookController;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of webhooks. They only show; what is done goes to the API. */
@Controller
@OfficePage
@RequestMapping("/admin/webhooks")
class WebhookPageController {

    private static final int SHOWN = 50;

    private final WebhookController webhooks;
    private final Deliveries deliveries;
    private final TargetRules targets;

    WebhookPageController(WebhookController webhooks, Deliveries deliveries, TargetRules targets) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.targets = targets;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        model.addAttribute("possible", targets.allowAny());
        return "webhooks/list";
    }

    /** The table of the list, as it is now. */
    @GetMapping("/state")
    String state(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        return "webhooks/list :: table";
    }

    @GetMapping("/new")
    String form(Model model) {
        model.addAttribute("types", EventTypes.ALL);
        model.addAttribute("possible", targets.allowAny());
        return "webhooks/new";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        show(id, status, after, model);
        model.addAttribute("types", EventTypes.ALL);
        return "webhooks/one";
    }

    /** What changes on the page of a webhook by itself. */
    @GetMapping("/{id}/deliveries")
    String deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable DeliveryStatus status,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        show(id, status, after, model);
        return "webhooks/deliveries :: deliveries";
    }

    private void show(UUID id, @Nullable DeliveryStatus status, @Nullable Long after, Model model) {
        var page = DeliveryController.Page.of(deliveries.page(id, status, after, SHOWN + 1), SHOWN);
        model.addAttribute("webhook", webhooks.one(id).getBody());
        model.addAttribute("status", status);
        model.addAttribute("after", after);
        model.addAttribute("statuses", DeliveryStatus.values());
        model.addAttribute("deliveries", page.items());
        model.addAttribute("next", page.next());
    }
}
