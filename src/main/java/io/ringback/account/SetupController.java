package io.ringback.account;

import io.ringback.platform.input.PlainText;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes the first administrator, for whoever can read the server's log. */
@RestController
class SetupController {

    private final FirstAdministrator firstAdministrator;

    SetupController(FirstAdministrator firstAdministrator) {
        this.firstAdministrator = firstAdministrator;
    }

    @PostMapping("/api/v1/setup/administrator")
    @ResponseStatus(HttpStatus.CREATED)
    Account create(@Valid @RequestBody Administrator wanted, HttpServletRequest request) {
        return firstAdministrator.create(
                wanted.token(), wanted.id(), wanted.name(), wanted.password(), request.getRemoteAddr());
    }

    record Administrator(
            @NotBlank @PlainText(max = 100) String token,

            @NotNull @Pattern(regexp = AccountAuthentication.ID)
            String id,

            @NotBlank @PlainText(max = 100) String name,
            @NotNull String password) {

        @Override
        public String toString() {
            return "Administrator[" + id + "]";
        }
    }
}
