package io.ringback.platform.web;

import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * An address that takes larger request bodies than the others; a feature that reads files declares one as a bean.
 *
 * @param path as in {@code /api/v1/settings}
 * @param most larger ones are answered 413
 */
public record BodyLimit(PathPattern path, DataSize most) {

    public BodyLimit(String path, DataSize most) {
        this(PathPatternParser.defaultInstance.parse(path), most);
    }

    boolean covers(PathContainer asked) {
        return path.matches(asked);
    }
}
