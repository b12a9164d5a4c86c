package io.ringback.support;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal has in common. */
public final class Refusal {

    private Refusal() {}

    /** The answer is a problem document of this status and type, one a person can act on. */
    public static void refused(Http.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:ringback:problem:" + type);
        assertThat(answer.json().path("status").asInt()).isEqualTo(status);
        assertThat(answer.json().path("title").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(answer.body()).doesNotContain("com.fasterxml", "java.", "io.ringback", "Exception");
    }

    /** The answer names this field as the one that is not valid. */
    public static void invalid(Http.Answer answer, String field) {
        refused(answer, 422, "validation");
        assertThat(answer.json().path("errors"))
                .as(answer.body())
                .anySatisfy(error -> assertThat(error.path("field").asText()).isEqualTo(field))
                .allSatisfy(error -> assertThat(error.path("message").asText()).isNotBlank());
    }

    public static void conflict(Http.Answer answer) {
        refused(answer, 409, "conflict");
    }

    public static void notFound(Http.Answer answer) {
        refused(answer, 404, "not-found");
    }
}
