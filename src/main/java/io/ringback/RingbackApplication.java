package io.ringback;

import io.ringback.evidence.VerifyCommand;
import io.ringback.platform.run.OrderlyStop;
import io.ringback.platform.run.OutOfMemory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The Ringback server. */
@SpringBootApplication
@EnableScheduling
@ConfigurationPropertiesScan
public class RingbackApplication {

    /** A stop takes five seconds at most, and the end of a process itself takes some of them on a busy machine. */
    private static final Duration LONGEST_STOP = Duration.ofMillis(4_500);

    public static void main(String[] args) {
        // The engine keeps its times in columns without a zone, so every node must read them as UTC.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        // Nothing that programs read may depend on the machine's language: some turn "i" into "İ", or 4 into "٤".
        Locale.setDefault(Locale.ENGLISH);
        if (args.length > 0 && args[0].equals(VerifyCommand.NAME)) {
            System.exit(VerifyCommand.run(List.of(args).subList(1, args.length), System.out));
        }
        OrderlyStop.within(LONGEST_STOP);
        OutOfMemory.endsTheProcess();
        SpringApplication.run(RingbackApplication.class, args);
        OutOfMemory.endsTheProcessWhenLogged();
    }
}
