package io.ringback.account.security;

import io.ringback.account.AccountProperties;
import io.ringback.account.ApiCredentials;
import io.ringback.platform.database.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.util.function.SingletonSupplier;

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
                                sessions,
                                SingletonSupplier.of(
                                        () -> properties.getObject().sessionEndsAfter()))
                        : bean;
            }
        };
    }

    /**
     * Sessions are read by one statement and written change by change: a transaction would hold nothing together. They stay out of
     * that of a request, too, which may be one that only reads, and send its answer meanwhile.
     */
    @Bean
    TransactionOperations springSessionTransactionOperations(Transactions transactions) {
        return transactions.apart();
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

        /** Anything else is nobody's session, and the database may not be able to read it. */
        private static final Predicate<String> ID =
                Pattern.compile("[0-9a-f-]{36}").asMatchPredicate();

        @Override
        public List<String> resolveSessionIds(HttpServletRequest request) {
            return ApiCredentials.areIn(request)
                    ? List.of()
                    : cookie.resolveSessionIds(request).stream().filter(ID).toList();
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
