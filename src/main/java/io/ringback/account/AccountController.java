package io.ringback.account;

import io.ringback.platform.input.GroupName;
import io.ringback.platform.input.PlainText;
import io.ringback.platform.input.Versions;
import io.ringback.platform.web.ApiAddresses;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The accounts, for administrators. Never answers a password or its hash. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    static final String LANGUAGE = "en|fi|sv";

    private final People people;
    private final AccountAdministration administration;

    AccountController(People people, AccountAdministration administration) {
        this.people = people;
        this.administration = administration;
    }

    @GetMapping
    List<Person> all() {
        return people.find(new PeopleFilter(null, null, null, ""), Integer.MAX_VALUE);
    }

    @GetMapping("/{id}")
    ResponseEntity<Person> one(@PathVariable String id) {
        return answer(id);
    }

    /** Without a password its owner chooses one by a link, or signs in through the identity provider. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Person> create(@Valid @RequestBody NewAccount request, Principal caller) {
        var account = administration.create(request.asAccount(), request.password(), caller.getName());
        return ResponseEntity.created(ApiAddresses.at("/api/v1/accounts/" + account.id()))
                .eTag(Versions.tag(account.version()))
                .body(people.get(account.id()));
    }

    /**
     * Changes the account if it still is at the version in If-Match or the body; whoever names none changes it as it is.
     * What is not told of groups and oidc, and without a version of the language, stays as it is.
     */
    @PutMapping("/{id}")
    ResponseEntity<Person> change(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody AccountChange request,
            Principal caller) {
        var version = Versions.wanted(ifMatch, request.version());
        administration.change(id, version, before -> request.applied(before, version != null), caller.getName());
        return answer(id);
    }

    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(@PathVariable String id, @Valid @RequestBody NewPassword request, Principal caller) {
        administration.changePassword(id, request.password(), caller.getName());
    }

    private ResponseEntity<Person> answer(String id) {
        var person = people.get(id);
        return ResponseEntity.ok()
                .eTag(Versions.tag(person.account().version()))
                .body(person);
    }

    record NewAccount(
            @NotNull @Pattern(regexp = AccountAuthentication.ID)
            String id,

            @NotBlank @PlainText(max = 100) String name,
            @Nullable String password,
            @NotNull Set<@NotNull Role> roles,

            @Size(max = GroupName.MOST) @Nullable Set<@NotNull @Pattern(regexp = GroupName.PATTERN) String> groups,

            @Pattern(regexp = LANGUAGE) @Nullable String language,
            @Nullable Boolean oidc) {

        Account asAccount() {
            return new Account(
                    id, name, roles, groups == null ? Set.of() : groups, true, language, Boolean.TRUE.equals(oidc), 0);
        }

        @Override
        public String toString() {
            return "NewAccount[" + id + "]";
        }
    }

    record AccountChange(
            @NotBlank @PlainText(max = 100) String name,
            @NotNull Set<@NotNull Role> roles,

            @Size(max = GroupName.MOST) @Nullable Set<@NotNull @Pattern(regexp = GroupName.PATTERN) String> groups,

            @NotNull Boolean enabled,

            @Pattern(regexp = LANGUAGE) @Nullable String language,
            @Nullable Boolean oidc,
            @Nullable Long version) {

        Account applied(Account before, boolean knowsLanguage) {
            return new Account(
                    before.id(),
                    name,
                    roles,
                    groups == null ? before.groups() : groups,
                    enabled,
                    language == null && !knowsLanguage ? before.language() : language,
                    oidc == null ? before.oidc() : oidc,
                    before.version());
        }
    }

    record NewPassword(@NotNull String password) {

        @Override
        public String toString() {
            return "NewPassword[]";
        }
    }
}
