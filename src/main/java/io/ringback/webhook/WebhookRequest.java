package io.ringback.webhook;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as an administrator sends it.
 *
 * @param types none, or left out: all
 * @param lists none, or left out: all
 * @param includePersonalData left out: no
 * @param enabled left out: yes
 * @param version the one that was changed, where If-Match does not say it
 */
record WebhookRequest(
        @NotBlank @PlainText(max = 100) String name,
        @NotBlank @PlainText(max = 2000) String url,
        @Nullable @Size(max = 50) List<@NotNull @PlainText(max = 128) String> types,
        @Nullable @Size(max = 500) List<@NotNull @PlainText(max = 64) String> lists,
        @Nullable Boolean includePersonalData,
        @Nullable Boolean enabled,
        @Nullable Long version) {

    Webhook.Wish wish() {
        return new Webhook.Wish(
                name.strip(),
                TargetAddress.ascii(url.strip()),
                types == null ? List.of() : types.stream().distinct().toList(),
                lists == null ? List.of() : lists.stream().distinct().toList(),
                Boolean.TRUE.equals(includePersonalData),
                !Boolean.FALSE.equals(enabled));
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "WebhookRequest[name=%s]".formatted(name);
    }
}
