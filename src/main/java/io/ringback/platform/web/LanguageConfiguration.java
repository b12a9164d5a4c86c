package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The language of a page: what {@code ?lang=} chose and a cookie keeps, else that of the account, else the first of the
 * browser's languages that there is, else English.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    private static final List<Locale> OFFERED =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("fi"), Locale.forLanguageTag("sv"));

    private final ObjectProvider<LocaleResolver> resolver;

    LanguageConfiguration(ObjectProvider<LocaleResolver> resolver) {
        this.resolver = resolver;
    }

    @Bean
    static LocaleResolver localeResolver(@Value("${server.servlet.context-path:}") String contextPath) {
        CookieLocaleResolver resolver = new OfferedLocales("lang");
        resolver.setDefaultLocaleFunction(LanguageConfiguration::preferred);
        resolver.setCookiePath(contextPath.isEmpty() ? "/" : contextPath);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Choice(resolver));
    }

    private static Optional<Locale> offered(@Nullable String language) {
        return OFFERED.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    private static Locale preferred(HttpServletRequest request) {
        var ofAccount = SessionLanguage.of(request).flatMap(LanguageConfiguration::offered);
        if (ofAccount.isPresent()) {
            return ofAccount.get();
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> offered(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static final class OfferedLocales extends CookieLocaleResolver {

        OfferedLocales(String cookie) {
            super(cookie);
        }

        @Override
        protected @Nullable Locale parseLocaleValue(String value) {
            return offered(value).orElse(null);
        }
    }

    private record Choice(ObjectProvider<LocaleResolver> resolver) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            offered(request.getParameter("lang"))
                    .ifPresent(locale -> resolver.getObject().setLocale(request, response, locale));
            return true;
        }
    }
}
