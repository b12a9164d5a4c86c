package io.ringback.webhook;

import io.ringback.platform.input.Versions;
import io.ringback.platform.web.ApiAddresses;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The webhooks, for administrators. A secret is answered once, by the call that has made it. */
@RestController
@RequestMapping("/api/v1/webhooks")
public class WebhookController {

    private final Webhooks webhooks;
    private final JdbcDeliveries deliveries;
    private final DeliverySender courier;

    WebhookController(Webhooks webhooks, JdbcDeliveries deliveries, DeliverySender courier) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.courier = courier;
    }

    @GetMapping
    public List<WebhookView> all() {
        var states = deliveries.states();
        return webhooks.all().stream()
                .map(webhook -> WebhookView.of(webhook, states.getOrDefault(webhook.id(), WebhookView.NOTHING_YET)))
                .toList();
    }

    @GetMapping("/{id}")
    public ResponseEntity<WebhookView> one(@PathVariable UUID id) {
        return answer(WebhookView.of(webhooks.get(id), state(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<WebhookView> create(@RequestBody @Valid WebhookRequest request) {
        var made = WebhookView.of(webhooks.create(request.wish()), WebhookView.NOTHING_YET);
        return ResponseEntity.created(ApiAddresses.at("/api/v1/webhooks/" + made.id()))
                .eTag(Versions.tag(made.version()))
                .body(made);
    }

    @PutMapping("/{id}")
    ResponseEntity<WebhookView> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody @Valid WebhookRequest request) {
        var changed = webhooks.change(id, request.wish(), Versions.expected(ifMatch, request.version()));
        return answer(WebhookView.of(changed, state(id)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id) {
        webhooks.delete(id);
    }

    /** Makes a new secret; messages are signed with the one before, too, for a day. */
    @PostMapping("/{id}/secret")
    ResponseEntity<WebhookView> rotateSecret(@PathVariable UUID id) {
        return answer(WebhookView.of(webhooks.rotateSecret(id), state(id)));
    }

    /** Sends an event of the type {@code io.ringback.test} at once, and says what came of it. */
    @PostMapping("/{id}/test")
    TestResult test(@PathVariable UUID id) {
        var answer = courier.test(webhooks.get(id));
        return new TestResult(answer.delivered(), answer.status(), answer.error());
    }

    private WebhookState state(UUID id) {
        return deliveries.states().getOrDefault(id, WebhookView.NOTHING_YET);
    }

    private static ResponseEntity<WebhookView> answer(WebhookView view) {
        return ResponseEntity.ok().eTag(Versions.tag(view.version())).body(view);
    }

    /**
     * What came of a test.
     *
     * @param status of the HTTP answer; null when none came
     * @param error what went wrong; null when it was delivered
     */
    record TestResult(
            boolean delivered,
            @Nullable Integer status,
            @Nullable String error) {}
}
