package io.ringback.form;

import io.ringback.platform.input.PlainText;
import io.ringback.platform.problem.NotFound;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives the forms to whoever draws them. */
@RestController
@RequestMapping("/api/v1/forms")
class FormController {

    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");

    private final Forms forms;

    FormController(Forms forms) {
        this.forms = forms;
    }

    /**
     * The schema of the form as it was deployed last, with an {@code ETag}.
     *
     * @param language in which its texts are wanted, as far as it has them; without it they are as the form was made
     */
    @GetMapping(path = "/{key}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "A form-js schema",
            content = @Content(schema = @Schema(type = "object")))
    ResponseEntity<String> one(
            @PathVariable String key, @RequestParam(required = false) @Nullable @PlainText(max = 35) String language) {
        var form = (KEY.matcher(key).matches() ? forms.find(key) : Optional.<Form>empty())
                .orElseThrow(() -> new NotFound("There is no form with this key."));
        var json = form.forTag(language);
        return ResponseEntity.ok()
                .eTag(DigestUtils.md5DigestAsHex(json.getBytes(StandardCharsets.UTF_8)))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(json);
    }
}
