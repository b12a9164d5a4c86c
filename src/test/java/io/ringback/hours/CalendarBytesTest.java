package io.ringback.hours;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringback.platform.problem.InvalidField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a calendar file is made of: codings, line ends, folds, and what programs leave around it. */
class CalendarBytesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String DAY = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            BEGIN:VEVENT\r
            SUMMARY:Pääsiäinen € 日本\r
            DTSTART;VALUE=DATE:20260405\r
            END:VEVENT\r
            END:VCALENDAR\r
            """;

    static Stream<Arguments> whole() {
        return Stream.of(
                Arguments.of("as it is", DAY),
                Arguments.of("a byte order mark", "\uFEFF" + DAY),
                Arguments.of("a byte order mark and blank lines", "\uFEFF\r\n\r\n" + DAY),
                Arguments.of("blank lines before", "\r\n\n  \r\n" + DAY),
                Arguments.of("blank lines between", DAY.replace("\r\n", "\r\n\r\n")),
                Arguments.of("blank lines after", DAY + "\r\n\r\n   \r\n"),
                Arguments.of("a NUL after", DAY + "\0"),
                Arguments.of("many NULs after", DAY + "\0".repeat(500)),
                Arguments.of("Ctrl-Z after", DAY + "\u001A"),
                Arguments.of("Ctrl-Z and line ends after", DAY + "\u001A\r\n\u001A"),
                Arguments.of("no line end after", DAY.strip()),
                Arguments.of("a NUL within", DAY.replace("DTSTART", "DT\0START")),
                Arguments.of("line feeds", DAY.replace("\r\n", "\n")),
                Arguments.of("carriage returns", DAY.replace("\r\n", "\r")),
                Arguments.of("blanks after", DAY.replace("\r\n", "  \r\n")),
                Arguments.of(
                        "lower case",
                        DAY.replace("BEGIN:VCALENDAR", "begin:vcalendar").replace("END:VEVENT", "end:vevent")),
                Arguments.of("folds by blanks", DAY.replace("2026", "20\r\n 26")),
                Arguments.of("folds by tabs", DAY.replace("2026", "20\n\t26")),
                Arguments.of("a fold in a name", DAY.replace("DTSTART", "DTS\r\n TART")),
                Arguments.of("a mark within", DAY.replace("DTSTART", "\uFEFFDTSTART")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void whatIsAroundTheLinesDoesNotMatter(String title, String text) {
        assertThat(read(text.getBytes(UTF_8), null)).isEqualTo("2026-04-05 Pääsiäinen € 日本");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 10})
    void aFoldMayCutACharacterInPieces(int length) {
        var folded = new ByteArrayOutputStream();
        for (var line : DAY.split("\r\n")) {
            var bytes = line.getBytes(UTF_8);
            for (int at = 0; at < bytes.length; at += length) {
                if (at > 0) {
                    folded.writeBytes("\r\n ".getBytes(UTF_8));
                }
                folded.write(bytes, at, Math.min(length, bytes.length - at));
            }
            folded.writeBytes("\r\n".getBytes(UTF_8));
        }

        assertThat(read(folded.toByteArray(), null)).isEqualTo("2026-04-05 Pääsiäinen € 日本");
    }

    static Stream<Arguments> codings() {
        var windows = Charset.forName("windows-1252");
        var cyrillic = Charset.forName("windows-1251");
        return Stream.of(
                Arguments.of("Pääsiäinen", ISO_8859_1, null),
                Arguments.of("Pääsiäinen", ISO_8859_1, ISO_8859_1),
                Arguments.of("Pääsiäinen", ISO_8859_1, UTF_8),
                Arguments.of("Vappu – “kiinni” €", windows, null),
                Arguments.of("Vappu – kiinni", windows, UTF_8),
                Arguments.of("Праздник", cyrillic, cyrillic),
                Arguments.of("Pääsiäinen", UTF_8, ISO_8859_1),
                Arguments.of("Pääsiäinen", UTF_16LE, null),
                Arguments.of("\uFEFFPääsiäinen", UTF_16BE, null),
                Arguments.of("Pääsiäinen", UTF_16BE, UTF_16BE),
                Arguments.of("祝日", Charset.forName("Shift_JIS"), Charset.forName("Shift_JIS")));
    }

    @ParameterizedTest
    @MethodSource("codings")
    void namesAreReadInTheCodingTheyAreIn(String name, Charset coding, @Nullable Charset declared) {
        var text = DAY.replace("Pääsiäinen € 日本", name);

        assertThat(read(text.getBytes(coding), declared)).isEqualTo("2026-04-05 " + name.replace("\uFEFF", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0\0\0",
                "\u001A",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "BEGIN:VEVENT\r\nEND:VEVENT",
                "hello\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR",
                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nDTSTART:20260401",
                "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20260401\r\nEND:VEVENT",
                "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT",
                "<html><body>Sign in</body></html>",
                "{\"a\":1}"
            })
    void whatIsNoWholeCalendarIsRefused(String text) {
        assertThatThrownBy(() -> read(text.getBytes(UTF_8), null)).isInstanceOf(InvalidField.class);
    }

    private static String read(byte[] file, @Nullable Charset declared) {
        var day = ClosedDaysFile.read(file, declared, TODAY, ZoneOffset.UTC)
                .days()
                .get(0);
        return day.date() + " " + day.name();
    }
}
