package io.ringback.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.RingbackTest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers and external ids of a file that are there already, in it or in the lists, are told before it is imported. */
@RingbackTest
class ImportedIdsTest {

    @Autowired
    private Centre centre;

    private String list;
    private ImportCalls imports;

    @BeforeEach
    void aSupervisorAndAList() {
        list = centre.list();
        imports = new ImportCalls(centre.as(centre.person("SUPERVISOR")));
    }

    @Test
    void itIsToldWhatWouldMergeAndWhatIsThere() {
        var number = centre.newNumber();
        centre.request(list, number);
        var twice = centre.newNumber();
        var known = centre.newNumber();
        centre.request(list, known, Map.of("externalId", "\"known-%s\"".formatted(list)));

        var file = imports.look("""
                listId,phoneNumber,externalId,source
                LIST,ONE,,
                LIST,TWO,,
                LIST,TWO,,
                LIST,KNOWN,known-LIST,IVR
                LIST,THREE,other-LIST,IVR
                LIST,THREE,other-LIST,IVR
                """.replace("LIST", list)
                .replace("ONE", number)
                .replace("TWO", twice)
                .replace("KNOWN", known)
                .replace("THREE", centre.newNumber()));

        assertThat(file.path("valid").asInt()).isEqualTo(6);
        assertThat(file.path("willMerge").asInt()).isEqualTo(2);
        assertThat(file.path("alreadyThere").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of an open callback with another number | LIST,NEW,open-LIST,IVR | EXTERNAL_ID_OF_ANOTHER_NUMBER",
                "of an open callback on another list | OTHER,KNOWN,open-LIST,IVR | EXTERNAL_ID_OF_ANOTHER_LIST",
                "of a row before with another number | LIST,A,id-LIST,WEB LIST,NEW,id-LIST,WEB | EXTERNAL_ID_OF_ANOTHER_NUMBER",
                "of a row before on another list | LIST,A,id-LIST,WEB OTHER,A,id-LIST,WEB | EXTERNAL_ID_OF_ANOTHER_LIST",
                "used before on a list that takes it once | ONCE,SHUT,shut-LIST,IVR | EXTERNAL_ID_USED"
            })
    void anExternalIdOfAnotherRequestIsAnErrorOfItsRow(String what, String rows, String code) {
        var other = centre.list();
        var once = centre.list(Map.of("externalIdOnce", "true"));
        var known = centre.newNumber();
        var shut = centre.newNumber();
        centre.request(list, known, Map.of("externalId", "\"open-%s\"".formatted(list)));
        centre.cancel(centre.request(once, shut, Map.of("externalId", "\"shut-%s\"".formatted(list))));

        var file = imports.look("listId,phoneNumber,externalId,source\n"
                + rows.replace(" ", "\n")
                        .replace("LIST", list)
                        .replace("OTHER", other)
                        .replace("ONCE", once)
                        .replace("KNOWN", known)
                        .replace("SHUT", shut)
                        .replace("NEW", centre.newNumber())
                        .replace(",A,", ",%s,".formatted(centre.newNumber()))
                + "\n");

        assertThat(ImportCalls.texts(file.path("errors"), "code")).containsExactly(code);
        assertThat(ImportCalls.texts(file.path("errors"), "column")).containsExactly("externalId");
        assertThat(file.path("invalid").asInt()).isEqualTo(1);
        assertThat(file.path("alreadyThere").asInt()).isZero();
    }
}
