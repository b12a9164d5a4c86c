package io.ringback.erasure;

import static io.ringback.erasure.Planted.NAME;
import static io.ringback.erasure.Planted.number;
import static io.ringback.erasure.Planted.ok;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.util.Locale;

/** A caller in what designers write, where a number does not belong: it is told, and theirs to take out. */
final class PlantedDrafts {

    private static final String DRAFTS = "/api/v1/processes/drafts";
    private static final String EXAMPLE = "/api/v1/processes/callbackCase/examples/of-" + NAME.toLowerCase(Locale.ROOT);

    private static final String DRAFT = """
            {"file": "survey.form", "content": "{\\"id\\": \\"survey\\", \\"type\\": \\"default\\", \\"components\\": [\
            {\\"type\\": \\"text\\", \\"text\\": \\"Ask %s at %s\\"}]}"}""";
    private static final String PLAYED = """
            {"example": {"attributes": {"order": "%s of %s"}, "events": [{"event": "OUTCOME", "callStatus": "ANSWERED"}]},
             "endStatus": "RESOLVED"}""";

    private final Http designer;
    private String draft = "";

    PlantedDrafts(Centre centre) {
        this.designer = centre.as(centre.person("DESIGNER"));
    }

    void write(int caller) {
        var made = designer.post(DRAFTS, DRAFT.formatted(NAME, number(caller)));
        ok(made);
        draft = made.json().path("id").asText();
        ok(designer.put(EXAMPLE, PLAYED.formatted(NAME, number(caller))));
    }

    void delete() {
        ok(designer.delete(DRAFTS + "/" + draft));
        ok(designer.delete(EXAMPLE));
    }
}
