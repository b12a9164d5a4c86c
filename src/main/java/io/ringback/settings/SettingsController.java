package io.ringback.settings;

import io.ringback.platform.problem.Malformed;
import io.ringback.platform.web.BodyLimit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Settings as code. */
@RestController
@RequestMapping(SettingsController.ADDRESS)
class SettingsController {

    static final String ADDRESS = "/api/v1/settings";

    private static final MediaType YAML = MediaType.parseMediaType("application/yaml;charset=UTF-8");

    private final Settings settings;

    SettingsController(Settings settings) {
        this.settings = settings;
    }

    /** The present settings as YAML; sent back with PUT they change nothing. Holds no secrets. */
    @GetMapping(produces = "application/yaml")
    ResponseEntity<String> read() {
        return ResponseEntity.ok()
                .contentType(YAML)
                .cacheControl(CacheControl.noStore())
                .body(settings.read());
    }

    /**
     * Applies a file as a whole or not at all. What it does not name is left alone.
     *
     * @param dryRun only tells what would be changed
     */
    @PutMapping(
            consumes = {"application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/plain"},
            produces = MediaType.APPLICATION_JSON_VALUE)
    SettingsPlan apply(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) byte @Nullable [] file) {
        return settings.apply(text(file == null ? new byte[0] : file), dryRun);
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Malformed("The file is not in UTF-8.");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Limits {

        /** Some thousand lists and accounts, and what designers have drawn. */
        @Bean
        BodyLimit settingsFile() {
            return new BodyLimit(ADDRESS, DataSize.ofMegabytes(8));
        }
    }
}
