package io.ringback.account;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ringback.platform.input.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of programs, for administrators. A secret is answered once, to whoever makes it. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/tokens")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    List<Token> all(@PathVariable String id) {
        return tokens.of(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MadeToken> make(@PathVariable String id, @Valid @RequestBody NewToken request, Principal caller) {
        var made = tokens.make(
                id, request.name(), request.roles(), request.reached(), request.expiresAt(), caller.getName());
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new MadeToken(made.secret().text(), made.token()));
    }

    /** It works no more, on any node; what it has open ends. */
    @DeleteMapping("/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id, @PathVariable UUID tokenId, Principal caller) {
        tokens.revoke(id, tokenId, caller.getName());
    }

    /**
     * What is wished for.
     *
     * @param roles some of the account's
     * @param lists the only lists it is to reach; left out for all
     * @param allLists whether to reach all, for a form that cannot leave out its lists
     * @param expiresAt when it is to stop working by itself; null for never
     */
    record NewToken(
            @NotBlank @PlainText(max = 100) String name,
            @NotNull Set<@NotNull Role> roles,
            @Nullable Set<@NotBlank @PlainText(max = 63) String> lists,
            @Nullable Boolean allLists,
            @Nullable Instant expiresAt) {

        @Nullable
        Set<String> reached() {
            return Boolean.TRUE.equals(allLists) && (lists == null || lists.isEmpty()) ? null : lists;
        }
    }

    /** @param token the secret, which nobody can read again */
    record MadeToken(String token, @JsonUnwrapped Token about) {

        @Override
        public String toString() {
            return "MadeToken[" + about.id() + "]";
        }
    }
}
