package io.ringback.account;

import io.ringback.platform.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, for administrators. Never answers a password or its hash. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountApi {

    private final Accounts accounts;
    private final AccountAdministration administration;

    AccountApi(Accounts accounts, AccountAdministration administration) {
        this.accounts = accounts;
        this.administration = administration;
    }

    @GetMapping
    List<Account> all() {
        return accounts.all();
    }

    @PostMapping
    ResponseEntity<Account> create(@Valid @RequestBody NewAccount request, Principal caller) {
        Account account = administration.create(
                new Account(request.id(), request.name(), request.roles(), true), request.password(), caller.getName());
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + account.id()))
                .body(account);
    }

    @PutMapping("/{id}")
    Account change(@PathVariable String id, @Valid @RequestBody AccountChange request, Principal caller) {
        return administration.change(
                new Account(id, request.name(), request.roles(), request.enabled()), caller.getName());
    }

    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable String id, @Valid @RequestBody NewPassword request, Principal caller) {
        administration.changePassword(id, request.password(), caller.getName());
    }

    record NewAccount(
            @NotNull @Pattern(regexp = AccountAuthentication.ID)
            String id,

            @NotBlank @PlainText(max = 100) String name,
            @NotNull String password,
            @NotNull Set<@NotNull Role> roles) {

        @Override
        public String toString() {
            return "NewAccount[" + id + "]";
        }
    }

    record AccountChange(
            @NotBlank @PlainText(max = 100) String name,
            @NotNull Set<@NotNull Role> roles,
            @NotNull Boolean enabled) {}

    record NewPassword(@NotNull String password) {

        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
