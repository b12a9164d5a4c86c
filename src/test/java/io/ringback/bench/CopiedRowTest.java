package io.ringback.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CopiedRowTest {

    private static final String ID = "01a22837-cd10-75af-b962-285e9e3779b1";
    private static final String SHARED = "01a22837-cd10-75af-b962-111111111111";

    @Test
    void theEndOfAnIdIsTheCopysOwn() {
        assertThat(expression("uuid", ID)).isEqualTo("('01a22837-cd10-75af-b962-285e' || k.hex || '')::uuid");
    }

    @Test
    void whatStandsAroundAnIdStays() {
        assertThat(expression("text", "it's:" + ID + "."))
                .isEqualTo("('it''s:01a22837-cd10-75af-b962-285e' || k.hex || '.')::text");
    }

    @Test
    void anIdThatCasesShareStays() {
        assertThat(expression("text", SHARED)).isEqualTo("'%s'::text".formatted(SHARED));
    }

    @Test
    void listAndNumberAreTheCopysOwn() {
        assertThat(expression("text", CopiedRow.LIST)).contains("k.list");
        assertThat(expression("text", "+" + CopiedRow.NUMBER)).isEqualTo("('+' || k.number || '')::text");
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp without time zone, ''",
        "timestamp with time zone, +00",
        "timestamp(3) with time zone, +05:30"
    })
    void whatLiesAheadIsALittleFurtherAhead(String type, String zone) {
        var ahead = written(Instant.now().plus(9, ChronoUnit.HOURS)) + zone;
        var past = written(Instant.now().minus(9, ChronoUnit.HOURS)) + zone;

        assertThat(expression(type, ahead)).endsWith(" + k.later");
        assertThat(expression(type, past)).isEqualTo("'%s'::%s".formatted(past, type));
    }

    private static String written(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString().replace('T', ' ').replace("Z", "");
    }

    private static String expression(String type, String value) {
        var insert = CopiedRow.of("t", Map.of("c", value), Map.of("c", type), Set.of(ID))
                .insert();
        return insert.substring("INSERT INTO t (c) SELECT ".length());
    }
}
