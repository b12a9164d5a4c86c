package io.ringback;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The published OpenAPI document agrees with the contract. */
@RingbackTest
class OpenApiTest {

    @Autowired
    private Centre centre;

    private JsonNode document;

    @BeforeEach
    void theDocument() {
        var answer = centre.as(centre.person("INTEGRATOR")).get("/v3/api-docs");
        assertThat(answer.status()).isEqualTo(200);
        document = answer.json();
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/v1/callbacks",
        "get, /api/v1/callbacks",
        "get, /api/v1/callbacks/{id}",
        "post, /api/v1/callbacks/{id}/cancel",
        "post, /api/v1/callbacks/cancel",
        "get, /api/v1/callbacks/{id}/history",
        "get, /api/v1/desk",
        "put, /api/v1/desk/availability",
        "put, /api/v1/desk/lists/{listId}",
        "put, /api/v1/desk/receiving",
        "post, /api/v1/desk/case/calls",
        "post, /api/v1/desk/case/calls/{callId}/end",
        "put, /api/v1/desk/case/draft",
        "post, /api/v1/desk/case/outcome",
        "get, /api/v1/desk/events",
        "put, /api/v1/desk/presence",
        "get, /api/v1/forms/{key}",
        "get, /api/v1/lists",
        "get, /api/v1/lists/{id}",
        "post, /api/v1/lists",
        "put, /api/v1/lists/{id}",
        "delete, /api/v1/lists/{id}",
        "get, /api/v1/lists/{id}/agents",
        "put, /api/v1/lists/{id}/agents/{agentId}",
        "delete, /api/v1/lists/{id}/agents/{agentId}",
        "put, /api/v1/lists/{id}/agents/{agentId}/active",
        "get, /api/v1/lists/{id}/numbers",
        "post, /api/v1/agents/{agentId}/stop",
        "post, /api/v1/calls/events"
    })
    void everyCallOfTheContractIsDescribed(String method, String path) {
        assertThat(document.path("paths").path(path).has(method)).isTrue();
    }

    @Test
    void programsAreToldOfTokens() {
        assertThat(document.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
        assertThat(document.at("/components/securitySchemes/password/scheme").asText())
                .isEqualTo("basic");
        assertThat(document.path("security").findValuesAsText("token")).hasSize(1);
    }

    @Test
    void nothingElseIsDescribed() {
        assertThat(document.path("paths").fieldNames()).toIterable().allMatch(path -> path.startsWith("/api/v1/"));
    }

    @ParameterizedTest
    @CsvSource({
        "post, /api/v1/callbacks, 201",
        "post, /api/v1/callbacks, 200",
        "post, /api/v1/desk/case/calls, 201",
        "put, /api/v1/desk/case/draft, 204",
        "put, /api/v1/desk/presence, 204",
        "post, /api/v1/desk/case/outcome, 200",
        "post, /api/v1/lists, 201",
        "delete, /api/v1/lists/{id}, 204"
    })
    void theStatusOfAGoodAnswerIsDescribed(String method, String path, String status) {
        assertThat(document.path("paths")
                        .path(path)
                        .path(method)
                        .path("responses")
                        .has(status))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "get | /api/v1/callbacks/{id} | id listId phoneNumber callerName source externalId status createdAt"
                        + " eligibleAt dueAt expiresAt closedAt mainCallbackId attemptCount allocatedTo attributes",
                "get | /api/v1/desk | agentId availability receiving acceptsServiceCalls stoppedBecause lists case"
                        + " version",
                "get | /api/v1/lists/{id} | id name region zone order dueAfter expiresAfter autoStopAfter closeAfterCall"
                        + " maxAttempts formKey version externalIdOnce askingAgainMovesAppointments specialNumbers longestCall"
                        + " shortestRetry",
                "get | /api/v1/lists/{id}/numbers | serving openCases dueInAnHour expiresIn24Hours",
                "get | /api/v1/callbacks | items next",
                "get | /api/v1/callbacks/{id}/history | events attempts related"
            })
    void theFieldsOfAnAnswerAreThoseOfTheContract(String method, String path, String fields) {
        var answer = answerOf(method, path);

        assertThat(answer.path("properties").fieldNames()).toIterable().contains(fields.split(" "));
    }

    @Test
    void theCaseInHandHasTheFieldsOfTheContract() {
        var inHand = resolve(answerOf("get", "/api/v1/desk").at("/properties/case"));

        assertThat(inHand.path("properties").fieldNames())
                .toIterable()
                .contains(
                        "allocationId",
                        "callback",
                        "phase",
                        "autoStopAt",
                        "closesAt",
                        "suggestedRetryAt",
                        "attempts",
                        "related",
                        "draft",
                        "formKey");
    }

    @Test
    void durationsAndTimesAreTexts() {
        assertThat(answerOf("get", "/api/v1/lists/{id}")
                        .at("/properties/dueAfter/type")
                        .asText())
                .isEqualTo("string");
        assertThat(answerOf("get", "/api/v1/lists/{id}")
                        .at("/properties/zone/type")
                        .asText())
                .isEqualTo("string");
        assertThat(answerOf("get", "/api/v1/callbacks/{id}")
                        .at("/properties/dueAt/format")
                        .asText())
                .isEqualTo("date-time");
    }

    @Test
    void theAttributeThatMeansSomethingIsDescribed() {
        var request = document.at("/components/schemas/CallbackRequest/properties/attributes");

        assertThat(request.path("description").asText()).contains("recordingUrl");
        assertThat(request.at("/additionalProperties/type").asText()).isEqualTo("string");
    }

    @Test
    void theDocumentIsForAccountsOnly() {
        assertThat(centre.server().get("/v3/api-docs").status()).isEqualTo(401);
    }

    private JsonNode answerOf(String method, String path) {
        var contents = document.path("paths").path(path).path(method).at("/responses/200/content");
        return resolve(contents.elements().next().path("schema"));
    }

    private JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }
}
