package io.ringback.recording;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/**
 * An http or https address that every program on the way reads alike: no user name, no fragment, no steps upwards and
 * no escapes of what separates paths. The query is kept as it is.
 *
 * @param port that of the scheme when the address names none
 * @param path beginning with a slash, as it was written
 */
record RecordingAddress(String scheme, String host, int port, String path, String query) {

    private static final Pattern FORM = Pattern.compile("(?<scheme>[Hh][Tt][Tt][Pp][Ss]?)://"
            + "(?<host>[A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>[0-9]{1,5}))?"
            + "(?<path>/(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]++|%[0-9A-Fa-f]{2})*+)"
            + "(?<query>\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]++|%[0-9A-Fa-f]{2})*+)?");

    /** Control characters, dots, slashes, percent signs, and bytes that no UTF-8 begins with. */
    private static final Pattern TRICK = Pattern.compile("%(?:[01].|2[5EeFf]|5[Cc]|7[Ff]|[Cc][01]|[Ff][89A-Fa-f])");

    /** A dot or two between slashes, also with parameters after it, which some servers cut off. */
    private static final Pattern STEP = Pattern.compile("/\\.{1,2}(?:[/;]|$)");

    /** Empty when it is not such an address. */
    static Optional<RecordingAddress> of(String url) {
        var match = FORM.matcher(url);
        if (!match.matches()) {
            return Optional.empty();
        }
        var scheme = match.group("scheme").toLowerCase(Locale.ROOT);
        var path = match.group("path");
        var port = match.group("port") == null ? portOf(scheme) : Integer.parseInt(match.group("port"));
        if (port < 1
                || port > 65_535
                || TRICK.matcher(path).find()
                || STEP.matcher(path).find()) {
            return Optional.empty();
        }
        var query = match.group("query");
        return Optional.of(new RecordingAddress(
                scheme, match.group("host").toLowerCase(Locale.ROOT), port, path, query == null ? "" : query));
    }

    /** Whether the other one is of the same server and lies below this one. */
    boolean holds(RecordingAddress other) {
        return other.scheme.equals(scheme)
                && other.host.equals(host)
                && other.port == port
                && other.path.startsWith(path)
                && other.path.length() > path.length();
    }

    /** The same as a folder. */
    RecordingAddress asFolder() {
        return path.endsWith("/") ? this : new RecordingAddress(scheme, host, port, path + "/", query);
    }

    /** Whom to ask for it. */
    HttpHost server() {
        return new HttpHost(scheme, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
    }

    /** Without path and query, which may hold personal data or a secret. */
    @Override
    public String toString() {
        return "%s://%s:%s/…".formatted(scheme, host, port);
    }

    private static int portOf(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
