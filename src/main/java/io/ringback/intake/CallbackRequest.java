package io.ringback.intake;

import io.ringback.callback.Source;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.input.Texts;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a callback, as an IVR, a service pool, a supervisor or a file sends it. */
public record CallbackRequest(
        @NotBlank @PlainText(max = 63) String listId,
        @NotBlank String phoneNumber,
        @NotNull Source source,
        @Nullable @PlainText(max = 200) String callerName,
        @Nullable @PlainText(max = 200) String externalId,
        @Nullable Instant notBefore,
        @Nullable Instant dueAt,
        @Nullable Instant expiresAt,

        @Schema(
                description = "Shown to the agent as they are, but for recordingUrl: the address of what the caller has"
                        + " said, which is played to the agent if it lies below ringback.recordings.sources.",
                example = "{\"order\": \"4711\", \"recordingUrl\": \"https://pbx.example/recordings/17.wav\"}")
        @Nullable
        @Size(max = 50, message = "must be at most 50")
        Map<@NotBlank @PlainText(max = 64) String, @NotNull @PlainText(max = 1000, multiline = true) String>
                attributes) {

    /** An attribute that says nothing is absent, and so are attributes of which none is left. */
    public CallbackRequest {
        if (attributes != null) {
            var said = new LinkedHashMap<>(attributes);
            said.values().removeIf(text -> text != null && Texts.isBlank(text));
            attributes = said.isEmpty() ? null : said;
        }
    }

    CallbackRequest withNumber(String number) {
        return new CallbackRequest(
                listId, number, source, callerName, externalId, notBefore, dueAt, expiresAt, attributes);
    }

    /** Without the number and the name, which belong in no log. */
    @Override
    public String toString() {
        return "CallbackRequest[listId=%s, source=%s]".formatted(listId, source);
    }
}
