package io.ringback.exchange;

import io.ringback.platform.input.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a file is to be read. */
record LayoutRequest(
        @Schema(
                description = "As one of the encodings that the layout names; without it, it is guessed. Of no meaning"
                        + " for a spreadsheet.")
        @Nullable
        @PlainText(max = 40)
        String encoding,

        @Schema(
                description =
                        "For each column of the file the field that it is, attr: and a name, or - to leave it out."
                                + " Without any, they are guessed, and nothing is looked at yet.",
                example = "[\"callerName\", \"phoneNumber\", \"-\"]")
        @Nullable
        @Size(max = 100)
        List<@NotNull @PlainText(max = 80) String> columns,

        @Schema(description = "Of days such as 9/12/2026; needed where the file does not tell.") @Nullable
        DayOrder dayOrder) {}
