package io.ringback.browser;

import io.ringback.support.CentreConfiguration;
import io.ringback.support.FreshDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A whole server as in operation (its timers fire, its offers run, the time is the real one) with a fresh database, and
 * {@link Browsers} as a parameter. What takes minutes in earnest is tested on lists with short limits.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "operaton.bpm.generate-unique-process-engine-name=true",
            "ringback.webhooks.hosts=127.0.0.1",
            "ringback.webhooks.allow-http=true",
            "ringback.webhooks.allow-private=true"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import(CentreConfiguration.class)
@ExtendWith(BrowserExtension.class)
@interface BrowserTest {}
