package io.ringback.webhook;

import io.ringback.platform.DaemonThreads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Sends one request to a target. Follows no redirect, keeps nothing of the answer but its status, and always ends. */
@Component
class WebhookClient implements DisposableBean {

    static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", "UTF-8");

    private static final String NOT_IN_TIME = "The target did not answer in time.";
    private static final int MOST_READ = 16 * 1024;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
    private static final Logger log = LoggerFactory.getLogger(WebhookClient.class);

    private final CloseableHttpClient http;
    private final Duration longest;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("webhook-deadlines"));

    WebhookClient(WebhookProperties settings) {
        this.http = WebhookHttp.client(settings, new CheckedResolver(settings.allowPrivate()));
        this.longest = settings.timeout().multipliedBy(2);
    }

    /** How long a sending lasts at most. */
    Duration longest() {
        return longest;
    }

    Answer post(URI target, Map<String, String> headers, byte[] body) {
        var request = new HttpPost(target);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, CLOUD_EVENT));
        var late = new AtomicBoolean();
        var deadline = deadlines.schedule(
                () -> {
                    late.set(true);
                    request.cancel();
                },
                longest.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            var response = http.executeOpen(HttpHost.create(target), request, null);
            var answer = Answer.ofStatus(response.getCode(), retryAfter(response));
            letGo(request, response);
            return answer;
        } catch (IOException | RuntimeException e) {
            return Answer.failed(late.get() ? NOT_IN_TIME : words(e));
        } finally {
            deadline.cancel(false);
        }
    }

    @Override
    public void destroy() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Reads a short answer to its end, so that the connection can be used again, and breaks off a long one. */
    private static void letGo(HttpPost request, ClassicHttpResponse response) {
        try (response) {
            var entity = response.getEntity();
            if (entity != null && entity.getContent().readNBytes(MOST_READ).length == MOST_READ) {
                request.cancel();
            }
        } catch (IOException e) {
            // Its status is what counts, whatever becomes of the rest.
        }
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        var header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        try {
            var asked = header == null ? null : Duration.ofSeconds(Long.parseLong(header.getValue()));
            if (asked == null || asked.isNegative()) {
                return null;
            }
            return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
        } catch (NumberFormatException | DateTimeException | ArithmeticException e) {
            return null; // a date, which nobody's clock agrees on; the usual back-off will do
        }
    }

    /** The message of an exception may hold the address, which may hold a secret. */
    private static String words(Exception e) {
        if (e instanceof CheckedResolver.PrivateAddress) {
            return "The host has an address in a private network; the setting ringback.webhooks.allow-private permits"
                    + " that.";
        }
        if (e instanceof UnknownHostException) {
            return "There is no such host.";
        }
        if (e instanceof SSLException) {
            return "No secure connection: the certificate is not trusted, or TLS is not spoken there.";
        }
        if (e instanceof InterruptedIOException) { // which timeouts are
            return NOT_IN_TIME;
        }
        if (e instanceof ConnectException || e instanceof NoRouteToHostException) {
            return "The target cannot be reached: nothing takes connections there.";
        }
        log.debug("No answer from a webhook: {}", e.getClass().getName());
        return "The connection to the target broke off, or what it answers is not HTTP.";
    }
}
