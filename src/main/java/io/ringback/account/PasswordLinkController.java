package io.ringback.account;

import io.ringback.platform.input.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Links to choose a password: made by administrators, used by whoever was given one. */
@RestController
class PasswordLinkController {

    private final PasswordLinks links;

    PasswordLinkController(PasswordLinks links) {
        this.links = links;
    }

    /** The token stands behind the #, which browsers send to nobody: it is in no log and no Referer. */
    @PostMapping("/api/v1/accounts/{id}/password-link")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PasswordLink> make(@PathVariable String id, Principal caller, HttpServletRequest request) {
        var link = links.make(id, caller.getName());
        var url = ServletUriComponentsBuilder.fromContextPath(request)
                .path(WelcomePageController.ADDRESS)
                .fragment(link.token().text())
                .toUriString();
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new PasswordLink(url, link.expiresAt()));
    }

    @PostMapping("/api/v1/welcome")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void use(@Valid @RequestBody ChosenPassword chosen, HttpServletRequest request) {
        links.use(chosen.token(), chosen.password(), request.getRemoteAddr());
    }

    record PasswordLink(String url, Instant expiresAt) {

        @Override
        public String toString() {
            return "PasswordLink[" + expiresAt + "]";
        }
    }

    record ChosenPassword(
            @NotBlank @PlainText(max = 100) String token,
            @NotNull String password) {

        @Override
        public String toString() {
            return "ChosenPassword[]";
        }
    }
}
