package io.ringback.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Long tables are cut into pages, whichever page is asked for. */
class PageOfRowsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 0, 0, false, false",
        "0, 9, 1, 0, 0, false, false",
        "1, 1, 1, 1, 1, false, false",
        "50, 1, 1, 1, 50, false, false",
        "51, 1, 1, 1, 50, true, true",
        "51, 2, 2, 51, 51, false, true",
        "51, 3, 2, 51, 51, false, true",
        "200, 4, 4, 151, 200, false, true",
        "200, 10000, 4, 151, 200, false, true"
    })
    void theWantedPageIsShownOrTheLastOne(
            int rows, int wanted, int page, int first, int last, boolean hasMore, boolean isOneOfMany) {
        var all = IntStream.rangeClosed(1, rows).boxed().toList();

        var shown = PageOfRows.of(all, wanted, 50);

        assertThat(shown.page()).isEqualTo(page);
        assertThat(shown.first()).isEqualTo(first);
        assertThat(shown.last()).isEqualTo(last);
        assertThat(shown.hasMore()).isEqualTo(hasMore);
        assertThat(shown.isOneOfMany()).isEqualTo(isOneOfMany);
        assertThat(shown.total()).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "0, 1",
        "-3, 1",
        "x, 1",
        "2, 2",
        "02, 1",
        "99999, 10000",
        "999999, 1",
        "'1 ', 1",
        "1.5, 1",
        "٣, 1"
    })
    void whateverIsNoNumberOfAPageIsTheFirst(String written, int number) {
        assertThat(PageOfRows.number(written)).isEqualTo(number);
    }

    @Test
    void anAddressWithoutAPageIsTheFirst() {
        assertThat(PageOfRows.number(null)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "sales, true",
        "SALES, true",
        "ales 7, true",
        "list-7, true",
        "åland, true",
        "ÅLAND, true",
        "sales-7, false",
        "%, false",
        "support, false"
    })
    void aPartOfANameOrAnIdIsFoundInWhicheverCase(String text, boolean found) {
        assertThat(PageOfRows.finds(text, "list-7", "Sales 7 Åland")).isEqualTo(found);
    }
}
