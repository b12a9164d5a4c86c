package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of exports share: a list, somebody who may read it, and the one row of a file. */
@RingbackTest
abstract class ExportsOfAList {

    @Autowired
    Centre centre;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    String list;
    String auditor;

    @BeforeEach
    void aList() {
        list = centre.list();
        auditor = centre.person("AUDITOR");
    }

    Http.Answer export(String file) {
        var answer = centre.as(auditor).get("/api/v1/exports/" + file);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    static CSVRecord only(Http.Answer answer, char separator) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var text = answer.body().startsWith("\ufeff") ? answer.body().substring(1) : answer.body();
        try (var parser = format.parse(new StringReader(text))) {
            var rows = parser.getRecords();
            assertThat(rows).hasSize(1);
            return rows.get(0);
        }
    }
}
