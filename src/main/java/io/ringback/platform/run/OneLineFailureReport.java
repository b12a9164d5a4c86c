package io.ringback.platform.run;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says in one line why the server does not start and what to do, as the last one of its log. */
public class OneLineFailureReport implements FailureAnalysisReporter {

    private static final Logger log = LoggerFactory.getLogger("io.ringback");

    @Override
    public void report(FailureAnalysis analysis) {
        log.error("Ringback cannot start: {}", line(analysis));
    }

    public static String line(FailureAnalysis analysis) {
        return Stream.of(analysis.getDescription(), analysis.getAction())
                .filter(words -> words != null && !words.isBlank())
                .flatMap(words -> words.lines().map(String::strip).filter(line -> !line.isEmpty()))
                .collect(Collectors.joining(" "));
    }
}
