package io.ringback.platform.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the embedded database lives.
 *
 * @param dataFolder folder that holds everything of an embedded server
 * @param embeddedDatabasePort TCP port of the embedded PostgreSQL on the loopback interface; 0 takes a free one
 * @param embeddedDatabaseBuffers memory in which the embedded PostgreSQL keeps pages of its tables ({@code shared_buffers})
 */
@ConfigurationProperties("ringback")
record DataFolderProperties(
        @DefaultValue("./data") Path dataFolder,
        @DefaultValue("0") int embeddedDatabasePort,
        @DefaultValue("256MB") DataSize embeddedDatabaseBuffers) {}
