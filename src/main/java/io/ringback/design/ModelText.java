package io.ringback.design;

import io.ringback.platform.input.PlainText;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A file as it is sent to be checked or deployed.
 *
 * @param name as the modeler has written it, without folders
 * @param content the whole file
 * @param basedOn the version of its model that was changed; null when nobody is to be told of others in between
 */
public record ModelText(
        @NotBlank @PlainText(max = 200) String name,
        @NotNull String content,
        @Nullable @Min(1) Integer basedOn) {

    /** How many may be sent together. */
    public static final int MOST = 50;

    /** Without the content. */
    @Override
    public String toString() {
        return "ModelText[name=%s, basedOn=%s]".formatted(name, basedOn);
    }
}
