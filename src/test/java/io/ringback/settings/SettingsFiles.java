package io.ringback.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.net.http.HttpRequest;

/** An administrator who sends files of settings. */
final class SettingsFiles {

    static final String PATH = "/api/v1/settings";

    private final Http admin;

    SettingsFiles(Centre centre) {
        this.admin = centre.as(centre.person("ADMIN"));
    }

    Http admin() {
        return admin;
    }

    JsonNode put(String yaml, boolean dryRun) {
        var answer = send(yaml, dryRun);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    Http.Answer send(String yaml, boolean dryRun) {
        return admin.send(admin.request(PATH + "?dryRun=" + dryRun)
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(yaml))
                .build());
    }
}
