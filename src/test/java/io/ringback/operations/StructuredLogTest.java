package io.ringback.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ringback.process.EngineDriver;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** With the switch for structured logs on, an entry is one line of JSON that carries the ids it is about. */
@RingbackTest
class StructuredLogTest {

    @Autowired
    private Centre centre;

    @Autowired
    private EngineDriver engine;

    @Autowired
    private Environment environment;

    @Test
    void anEntryIsALineOfJsonWithIdsAndWithoutNumbers() throws IOException {
        var list = centre.list();
        var number = centre.newNumber();
        var callback = centre.request(list, number);
        engine.deleteInstance(Centre.id(callback));
        var agent = centre.agentOn(list);

        var line = loggedWhile(() -> centre.receive(agent, true));

        var entry = new ObjectMapper().readTree(line);
        assertThat(line).endsWith("\n").doesNotContain(number);
        assertThat(line.strip()).doesNotContain("\n");
        assertThat(field(entry, "log", "level")).isEqualTo("ERROR");
        assertThat(entry.path("message").asText()).contains("is set aside");
        assertThat(field(entry, "callback", "id")).isEqualTo(callback.path("id").asText());
        assertThat(field(entry, "list", "id")).isEqualTo(list);
    }

    private String loggedWhile(Runnable work) {
        var logger = (Logger) LoggerFactory.getLogger("io.ringback.callback.CaseRecovery");
        var entries = new ListAppender<ILoggingEvent>();
        entries.start();
        logger.addAppender(entries);
        try {
            work.run();
        } finally {
            logger.detachAppender(entries);
        }
        assertThat(entries.list).hasSize(1);
        return encoded(entries.list.get(0));
    }

    private String encoded(ILoggingEvent entry) {
        var context = new LoggerContext();
        context.putObject(Environment.class.getName(), environment);
        var encoder = new StructuredLogEncoder();
        encoder.setContext(context);
        encoder.setFormat("ecs");
        encoder.start();
        return new String(encoder.encode(entry), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String field(JsonNode entry, String outer, String inner) {
        var flat = entry.path(outer + "." + inner);
        return (flat.isMissingNode() ? entry.path(outer).path(inner) : flat).asText();
    }
}
