package io.ringback.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeskNewsTest {

    /** Nodes of two versions and the triggers of the database speak on one line. */
    @ParameterizedTest
    @CsvSource({
        "anna, DESK, anna",
        "-anna, SIGNED_OUT, anna",
        "!anna, RIGHTS, anna",
        "!!anna, ENDED, anna",
        "*, ANYTHING, ''",
        "an-na!, DESK, an-na!",
        "!an-na, RIGHTS, an-na",
    })
    void newsAreReadAsTheyAreWritten(String written, DeskNews.Kind kind, String account) {
        var news = DeskNews.read(written);

        assertThat(news).isEqualTo(new DeskNews(kind, account));
        assertThat(news.written()).isEqualTo(written);
    }
}
