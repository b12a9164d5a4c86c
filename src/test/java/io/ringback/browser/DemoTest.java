package io.ringback.browser;

import io.ringback.support.CentreConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demo as it is after the first start, with a past week, in a folder of its own; only its telephones are faster, and
 * everybody leaves a voicemail. {@link StartPage} makes it move.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=",
            "operaton.bpm.generate-unique-process-engine-name=true",
            "ringback.simulator.pace=0.3",
            "ringback.simulator.voicemails=1"
        })
@ContextConfiguration(initializers = DemoFolder.class)
@Import(CentreConfiguration.class)
@DirtiesContext
@ExtendWith({DemoClock.class, BrowserExtension.class})
@interface DemoTest {}
