package io.ringback;

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

    public static void main(String[] args) {
        // The engine keeps its times in columns without a zone, so every node must read them as UTC.
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(RingbackApplication.class, args);
    }
}
