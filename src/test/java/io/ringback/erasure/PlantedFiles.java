package io.ringback.erasure;

import static io.ringback.erasure.Planted.NAME;
import static io.ringback.erasure.Planted.number;
import static io.ringback.erasure.Planted.ok;
import static io.ringback.erasure.Planted.spaced;
import static io.ringback.support.Json.json;
import static org.awaitility.Awaitility.await;

import io.ringback.exchange.Sheets;
import io.ringback.support.Centre;
import io.ringback.support.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Callers in files of requests: as CSV and as spreadsheets, taken in, and waiting for somebody to confirm them. */
final class PlantedFiles {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final List<String> HEADINGS = List.of("phoneNumber", "listId", "callerName", "source");

    private final Http sender;
    private final String ofText;
    private final String ofSheet;
    private final List<String> waiting = new ArrayList<>();

    PlantedFiles(Centre centre) {
        this.sender = centre.as(centre.person("SUPERVISOR"));
        this.ofText = centre.list();
        this.ofSheet = centre.list();
    }

    /** In every row a caller of its own; and a row that is wrong. */
    void takenIn(int callers) {
        taken(sent(text(callers), CSV, ""));
        taken(sent(sheet(callers), XLSX, ""));
    }

    /** Nobody has confirmed them: two are looked at, of another its sender is asked. Of the first two callers. */
    void waiting() {
        var row = "%s,%s,%s,WEB\n".formatted(number(1), ofText, NAME);
        waiting.add(looked(sent((String.join(",", HEADINGS) + "\n" + row).getBytes(StandardCharsets.UTF_8), CSV, "")));
        waiting.add(looked(sent(sheet(1), XLSX, "")));
        var asked = sent(
                "Number;Who\n%s;%s\n".formatted(spaced(0), NAME).getBytes(StandardCharsets.UTF_8),
                CSV,
                "?ask=true&listId=" + ofText);
        await().atMost(Duration.ofSeconds(60)).until(() -> !state(asked).equals("CHECKING"));
        waiting.add(asked);
    }

    /** Those of the files that wait that are still there. */
    long waitingStill() {
        return waiting.stream()
                .filter(file -> sender.get("/api/v1/imports/" + file).status() == 200)
                .count();
    }

    private void taken(String file) {
        looked(file);
        ok(sender.post("/api/v1/imports/%s/confirm".formatted(file), json("{'skipInvalid':true}")));
        await().atMost(Duration.ofSeconds(120)).until(() -> state(file).equals("DONE"));
    }

    private String looked(String file) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(file).equals("CHECKED"));
        return file;
    }

    private byte[] text(int callers) {
        var csv = new StringBuilder("phoneNumber,listId,callerName,source,externalId,attr:said\n");
        for (int caller = 0; caller < callers; caller++) {
            csv.append("%s,%s,%s,WEB,%s-%s,%s\n".formatted(number(caller), ofText, NAME, NAME, caller, NAME));
        }
        csv.append("%s-12345678901,%s,%s,WEB,,\n".formatted(number(0), ofText, NAME));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] sheet(int callers) {
        return Sheets.with(sheet -> {
            for (int column = 0; column < HEADINGS.size(); column++) {
                sheet.value(0, column, HEADINGS.get(column));
            }
            for (int caller = 0; caller <= callers; caller++) {
                var row = caller + 1;
                sheet.value(row, 0, caller == callers ? "nobody, says " + NAME : spaced(caller));
                sheet.value(row, 1, ofSheet);
                sheet.value(row, 2, NAME);
                sheet.value(row, 3, "WEB");
            }
        });
    }

    private String sent(byte[] content, String type, String query) {
        var answer = sender.send(sender.request("/api/v1/imports" + query)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(content))
                .build());
        ok(answer);
        return answer.json().path("id").asText();
    }

    private String state(String file) {
        return sender.get("/api/v1/imports/" + file).json().path("state").asText();
    }
}
