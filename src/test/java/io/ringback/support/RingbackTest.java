package io.ringback.support;

import io.ringback.process.EngineDriverConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** A whole server on a random port with a fresh database and a {@link MovableClock}, whose timers and offers a test sets off by hand. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "operaton.bpm.job-execution.enabled=false",
            "spring.datasource.hikari.minimum-idle=2",
            "operaton.bpm.generate-unique-process-engine-name=true",
            "ringback.allocation.loop=false",
            "ringback.sick-cases.loop=false",
            "ringback.closed-cases.loop=false",
            "ringback.refused-requests.loop=false",
            "ringback.clock.loop=false",
            "ringback.desk.sweep=false",
            "ringback.board.sweep=false",
            "ringback.operations.lists-shown=100000",
            "ringback.webhooks.loop=false",
            "ringback.audit.loop=false",
            "ringback.secrets.key=ZW5vdWdoIGJ5dGVzIGZvciBhIGtleSBvZiB0ZXN0cyE=",
            "ringback.webhooks.hosts=127.0.0.1,*.test",
            "ringback.webhooks.allow-http=true",
            "ringback.webhooks.allow-private=true",
            "ringback.list.sweep=false",
            "ringback.erasure.sweep=false",
            "spring.session.jdbc.cleanup-cron=-"
        })
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({MovableClockConfiguration.class, CentreConfiguration.class, EngineDriverConfiguration.class})
@Tag("server")
public @interface RingbackTest {}
