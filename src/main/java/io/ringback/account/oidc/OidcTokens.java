package io.ringback.account.oidc;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks the provider's tokens by its public keys, with the algorithms that it names. Those of {@link SignatureAlgorithm}
 * all need a private key to sign: neither {@code none} nor a public key that is taken for a shared secret gets through.
 */
class OidcTokens implements JwtDecoderFactory<ClientRegistration> {

    private static final String ALGORITHMS = "id_token_signing_alg_values_supported";
    private static final Logger log = LoggerFactory.getLogger(OidcTokens.class);

    private final Map<ClientRegistration, JwtDecoder> idTokens = new ConcurrentHashMap<>();
    private final Map<ClientRegistration, JwtDecoder> accessTokens = new ConcurrentHashMap<>();

    @Override
    public JwtDecoder createDecoder(ClientRegistration client) {
        return idTokens.computeIfAbsent(client, OidcTokens::ofIds);
    }

    /** The claims of an access token; none when it is for nobody to read, or not signed by the provider. */
    Map<String, Object> claimsOfAccess(ClientRegistration client, String token) {
        if (token.chars().filter(character -> character == '.').count() != 2) {
            return Map.of();
        }
        try {
            return accessTokens
                    .computeIfAbsent(client, OidcTokens::ofAccess)
                    .decode(token)
                    .getClaims();
        } catch (JwtException e) {
            log.debug("The access token cannot be read", e);
            return Map.of();
        }
    }

    private static JwtDecoder ofIds(ClientRegistration client) {
        var decoder = builder(client, algorithms(client)).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                issuer(client), new JwtTimestampValidator(), new OidcIdTokenValidator(client)));
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return decoder;
    }

    private static JwtDecoder ofAccess(ClientRegistration client) {
        var decoder = builder(client, EnumSet.allOf(SignatureAlgorithm.class))
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(issuer(client), new JwtTimestampValidator()));
        return decoder;
    }

    private static NimbusJwtDecoder.JwkSetUriJwtDecoderBuilder builder(
            ClientRegistration client, Set<SignatureAlgorithm> algorithms) {
        return NimbusJwtDecoder.withJwkSetUri(client.getProviderDetails().getJwkSetUri())
                .restOperations(new RestTemplate(OidcExchange.inTime()))
                .jwsAlgorithms(all -> all.addAll(algorithms));
    }

    /** Those the provider may sign with, as far as they prove anything; RS256 when it names none. */
    static Set<SignatureAlgorithm> algorithms(ClientRegistration client) {
        var named = client.getProviderDetails().getConfigurationMetadata().get(ALGORITHMS);
        Set<SignatureAlgorithm> algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        if (named instanceof Collection<?> names) {
            for (var name : names) {
                var algorithm = SignatureAlgorithm.from(String.valueOf(name));
                if (algorithm != null) {
                    algorithms.add(algorithm);
                }
            }
            if (algorithms.isEmpty()) {
                log.warn("The identity provider signs with {}: expected one of {}", names, SignatureAlgorithm.values());
            }
        }
        return algorithms.isEmpty() ? EnumSet.of(SignatureAlgorithm.RS256) : algorithms;
    }

    private static OAuth2TokenValidator<Jwt> issuer(ClientRegistration client) {
        var expected = client.getProviderDetails().getIssuerUri();
        return token -> {
            var issuer = token.getClaimAsString("iss");
            if (expected.equals(issuer)) {
                return OAuth2TokenValidatorResult.success();
            }
            log.warn("A token of the identity provider was issued by {}, but {} is expected", issuer, expected);
            return OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_issuer"));
        };
    }
}
