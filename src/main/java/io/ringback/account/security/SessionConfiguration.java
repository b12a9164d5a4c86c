package io.ringback.account.security;

import io.ringback.account.AccountProperties;
import io.ringback.account.ApiCredentials;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;

/** Sessions in the database, shared by all nodes. What they hold is text, and is stored as such. */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Spring Boot makes the sessions; any other bean of their kind would take their place, so it is wrapped. */
    @Bean
    static BeanPostProcessor sparingSessions(ObjectProvider<AccountProperties> properties) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions
                        ? new ThrottledSessionRepository<>(
                                sessions, () -> properties.getObject().sessionEndsAfter())
                        : bean;
            }
        };
    }

    /** A cookie for HTTP only, sent along when somebody follows a link to us, but with no form of a foreign page. */
    @Bean
    HttpSessionIdResolver sessionCookie() {
        return new CookieOfPages(new CookieHttpSessionIdResolver());
    }

    @Bean(defaultCandidate = false)
    ConversionService springSessionConversionService() {
        var texts = new GenericConversionService();
        texts.addConverter(Object.class, byte[].class, text -> ((String) text).getBytes(StandardCharsets.UTF_8));
        texts.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return texts;
    }

    /** A program that sends credentials has no session, even if it sends a cookie. */
    private record CookieOfPages(HttpSessionIdResolver cookie) implements HttpSessionIdResolver {

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            return ApiCredentials.areIn(request)
                    ? List.of()
                    : cookie.resolveSessionIds(request).stream()
                            .filter(CookieOfPages::isOfSession)
                            .toList();
        }

        /** Anything else is nobody's session, and the database may not be able to read it. */
        private static boolean isOfSession(String id) {
            return id.matches("[0-9a-f-]{36}");
        }

        @Override
        public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
            cookie.setSessionId(request, response, id);
        }

        @Override
        public void expireSession(HttpServletRequest request, HttpServletResponse response) {
            cookie.expireSession(request, response);
        }
    }
}
