package io.ringback.account.oidc;

import io.ringback.account.Role;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in through an identity provider (OpenID Connect); off without an issuer.
 *
 * @param issuer its address, below which {@code /.well-known/openid-configuration} is found
 * @param clientId what the provider knows this server by
 * @param clientSecret its secret; none for a public client, which only proves itself by PKCE
 * @param name what people call the provider; the host of the issuer unless told
 * @param scopes what is asked for; {@code openid} is needed
 * @param accountClaim which claim is the id of the account
 * @param accountSuffix an end to cut off that claim, such as {@code @example.com}
 * @param rolesClaim which claim tells the roles or groups, see {@link ClaimPath}
 * @param signOut whether signing out here signs out there, too, if the provider can do that
 * @param roleMapping {@code name=ROLE} each: who has that role or group there has this role here
 */
@ConfigurationProperties("ringback.oidc")
record OidcSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String name,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue("") String accountSuffix,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("true") boolean signOut,
        @DefaultValue List<String> roleMapping) {

    OidcSettings {
        roleMapping.forEach(OidcSettings::role);
        expectPath("account-claim", accountClaim);
        expectPath("roles-claim", rolesClaim);
        if (issuer != null && (clientId == null || roleMapping.isEmpty())) {
            throw new IllegalArgumentException(
                    "ringback.oidc.issuer is set: expected client-id and role-mapping, too, or nobody could sign in");
        }
    }

    private static void expectPath(String setting, String path) {
        try {
            new ClaimPath(path);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("ringback.oidc.%s: %s".formatted(setting, e.getMessage()), e);
        }
    }

    /** The name people see. */
    String shownName() {
        if (name != null && !name.isBlank()) {
            return name;
        }
        var host = issuer == null ? null : URI.create(issuer).getHost();
        return host == null ? "OpenID Connect" : host;
    }

    /** The scheme and host of the issuer, as browsers compare them; null without one. */
    @Nullable
    String origin() {
        return issuer == null ? null : origin(issuer);
    }

    boolean isAtIssuer(String address) {
        return origin(address).equals(origin());
    }

    private static String origin(String address) {
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** The roles here of whoever has these there. */
    Set<Role> rolesOf(Set<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (var entry : roleMapping) {
            if (names.contains(name(entry))) {
                roles.add(role(entry));
            }
        }
        return roles;
    }

    /** Whether somebody has a role here for having this one there. */
    boolean isMapped(String name) {
        return roleMapping.stream().anyMatch(entry -> name(entry).equals(name));
    }

    private static String name(String entry) {
        return entry.substring(0, entry.lastIndexOf('='));
    }

    private static Role role(String entry) {
        var equals = entry.lastIndexOf('=');
        try {
            if (equals > 0) {
                return Role.valueOf(entry.substring(equals + 1).strip());
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw new IllegalArgumentException("ringback.oidc.role-mapping: expected name=ROLE with one of %s, but it is %s"
                .formatted(List.of(Role.values()), entry));
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId);
    }
}
