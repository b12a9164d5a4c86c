package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Where the files are that pages are made of. They are the same for everybody, so nothing asks who wants them: the session
 * is in the database, which may be away.
 */
public final class PageFiles {

    private PageFiles() {}

    public static boolean contain(HttpServletRequest request) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        var first = path.elements().size() < 2 ? "" : path.subPath(1, 2).value();
        return switch (first) {
            case "assets", "vendor", "webjars", "favicon.ico" -> true;
            default -> false;
        };
    }
}
