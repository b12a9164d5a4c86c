package io.ringback.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Leads a browser on, by a path alone: behind a proxy the server need not know how it is called from outside. */
public final class Redirects {

    private Redirects() {}

    /** @param path of this server, with its query */
    public static void send(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, path);
    }
}
