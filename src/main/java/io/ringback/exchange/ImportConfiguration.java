package io.ringback.exchange;

import io.ringback.platform.web.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    /** A file of requests is longer than anything else that is sent. */
    @Bean
    BodyLimit importedFile() {
        return new BodyLimit("/api/v1/imports", DataSize.ofMegabytes(5));
    }

    /** Cells that are mended may be many. */
    @Bean
    BodyLimit mendedCells() {
        return new BodyLimit("/api/v1/imports/{id}/mends", DataSize.ofMegabytes(2));
    }
}
