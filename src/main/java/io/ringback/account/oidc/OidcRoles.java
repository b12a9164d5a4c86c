package io.ringback.account.oidc;

import io.ringback.account.Role;
import io.ringback.platform.input.Texts;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the roles are that the provider tells of somebody, wherever it tells them. */
class OidcRoles {

    /** Told by Entra ID in place of the groups when there are too many for a token. */
    private static final String ELSEWHERE = "_claim_names";

    private static final String HAS_GROUPS = "hasgroups";
    private static final int MOST_REMEMBERED = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final Logger log = LoggerFactory.getLogger(OidcRoles.class);

    private final OidcSettings settings;
    private final ClaimPath path;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    OidcRoles(OidcSettings settings) {
        this.settings = settings;
        this.path = new ClaimPath(settings.rolesClaim());
    }

    /**
     * The roles here of the person with these claims.
     *
     * @param claims of the id token and the user info
     * @param accessToken the claims of the access token, asked for only when the others do not hold the roles
     * @throws org.springframework.security.oauth2.core.OAuth2AuthenticationException when the provider has not told all
     */
    Set<Role> of(Map<String, Object> claims, Supplier<Map<String, Object>> accessToken) {
        var claim = found(claims);
        if (claim == null) {
            var further = accessToken.get();
            claim = found(further);
            if (claim == null) {
                log.warn(
                        "The claim {} is neither in the id token nor in the user info nor in the access token:"
                                + " see ringback.oidc.roles-claim",
                        path);
            }
        }
        var names = names(claim);
        var roles = settings.rolesOf(names);
        tellUnknown(names, roles.isEmpty());
        return roles;
    }

    private @Nullable Object found(Map<String, Object> claims) {
        if (isElsewhere(claims)) {
            log.warn(
                    "The identity provider has left the claim {} out, since somebody is in too many groups. Let it tell"
                            + " application roles, or only the groups of this application",
                    path);
            throw OidcRefusal.TOO_MANY_GROUPS.asException();
        }
        return path.in(claims);
    }

    private boolean isElsewhere(Map<String, Object> claims) {
        var named = claims.get(ELSEWHERE) instanceof Map<?, ?> elsewhere
                && elsewhere.keySet().stream().anyMatch(name -> path.isIn(String.valueOf(name)));
        var groups = path.isIn("groups") && "true".equals(String.valueOf(claims.get(HAS_GROUPS)));
        return named || (groups && path.in(claims) == null);
    }

    private void tellUnknown(Set<String> names, boolean noRole) {
        var unknown = names.stream()
                .filter(name -> !settings.isMapped(name) && name.length() <= LONGEST_NAME && Texts.isPlain(name, false))
                .limit(20)
                .toList();
        if (noRole && !unknown.isEmpty()) {
            log.warn("Somebody cannot sign in: nothing is mapped to any of {} (ringback.oidc.role-mapping)", unknown);
        }
        for (var name : unknown) {
            if (told.size() < MOST_REMEMBERED && told.add(name) && !noRole) {
                log.info("Nothing is mapped to the role {} of the identity provider", name);
            }
        }
    }

    private static Set<String> names(@Nullable Object claim) {
        Set<String> names = new TreeSet<>();
        if (claim instanceof Collection<?> several) {
            several.forEach(name -> names.add(String.valueOf(name)));
        } else if (claim instanceof String text) {
            names.add(text);
        }
        return names;
    }
}
