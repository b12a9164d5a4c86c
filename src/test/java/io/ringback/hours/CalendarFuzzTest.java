package io.ringback.hours;

import static io.ringback.hours.Weeks.HELSINKI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringback.platform.problem.InvalidField;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a calendar file looks like, it is read or refused, with bounded work. */
class CalendarFuzzTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate END = TODAY.plusDays(ClosedDaysFile.DAYS_AHEAD);
    private static final int TIMES = 1_500;

    /** As Outlook, Exchange, Google, Apple and Thunderbird write them. */
    private static final List<String> FILES = List.of("""
            BEGIN:VCALENDAR
            PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN
            VERSION:2.0
            METHOD:PUBLISH
            X-WR-CALNAME:Kalenteri
            BEGIN:VTIMEZONE
            TZID:FLE Standard Time
            BEGIN:STANDARD
            DTSTART:16011028T040000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
            TZOFFSETFROM:+0300
            TZOFFSETTO:+0200
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:16010325T030000
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0300
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            CLASS:PUBLIC
            DTEND;VALUE=DATE:20260621
            DTSTART;VALUE=DATE:20260619
            EXDATE;TZID="FLE Standard Time":20260619T000000
            RRULE:FREQ=YEARLY;COUNT=10;BYMONTH=6;BYDAY=3FR
            SUMMARY;LANGUAGE=fi:Juhannus\\, kiinni
            UID:040000008200E00074C5B7101A82E008
            X-MICROSOFT-CDO-BUSYSTATUS:OOF
            END:VEVENT
            END:VCALENDAR
            """, """
            BEGIN:VCALENDAR
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;TZID=W. Europe Standard Time:20260401T000000
            DTEND;TZID=W. Europe Standard Time:20260402T000000
            RECURRENCE-ID;TZID=W. Europe Standard Time:20260401T000000
            UID:a
            SEQUENCE:3
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            STATUS:CONFIRMED
            SUMMARY:Betriebsausflug
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=W. Europe Standard Time:20260325T000000
            DURATION:P1D
            UID:a
            X-MICROSOFT-CDO-ALLDAYEVENT:TRUE
            RRULE:FREQ=WEEKLY;UNTIL=20260429T220000Z;INTERVAL=1;BYDAY=WE;WKST=MO
            SUMMARY:Ruhetag
            END:VEVENT
            END:VCALENDAR
            """, """
            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            X-WR-TIMEZONE:Europe/Helsinki
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260501
            DTEND;VALUE=DATE:20260502
            RDATE;VALUE=DATE:20260601,20260701
            EXDATE:20260531T210000Z
            UID:x@google.com
            SUMMARY:Vappu
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR
            """, """
            BEGIN:VCALENDAR
            PRODID:-//Apple Inc.//macOS 14.4//EN
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:16040229
            SUMMARY;LANGUAGE=sv:Födelsedag för någon med ett långt namn som
              inte får plats
            RRULE:FREQ=YEARLY;RSCALE=GREGORIAN;SKIP=OMIT
            UID:B
            BEGIN:VALARM
            TRIGGER;VALUE=DURATION:-PT15H
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """, """
            BEGIN:VCALENDAR
            PRODID:-//Mozilla.org/NONSGML Mozilla Calendar V1.1//EN
            VERSION:2.0
            BEGIN:VEVENT
            UID:t
            DTSTART;TZID=/mozilla.org/20070129_1/Europe/Helsinki:20260301T000000
            DTEND;TZID=/mozilla.org/20070129_1/Europe/Helsinki:20260302T000000
            RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
            END:VEVENT
            BEGIN:VEVENT
            UID:t
            RECURRENCE-ID;RANGE=THISANDFUTURE:20260331T000000
            DTSTART:20260401T000000
            DTEND:20260403T000000
            END:VEVENT
            END:VCALENDAR
            """);

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n ",
            ":",
            ";",
            ",",
            "=",
            "\"",
            "-",
            "0",
            "9",
            "99999999999",
            "T",
            "Z",
            "\0",
            "\u001A",
            "ä",
            "😀",
            "BEGIN:VEVENT\r\n",
            "END:VEVENT\r\n",
            "BEGIN:VCALENDAR\r\n",
            "END:VCALENDAR\r\n",
            "\r\nRRULE:FREQ=DAILY\r\n",
            "\r\nDTSTART;VALUE=DATE:00010101\r\n",
            "\r\nDTEND;VALUE=DATE:99991231\r\n",
            ";INTERVAL=2147483647",
            ";COUNT=7",
            "\r\nEXRULE:FREQ=YEARLY;BYWEEKNO=-53\r\n",
            ";BYYEARDAY=-366",
            ";BYDAY=-53SU",
            "20261025",
            "P366D",
            "UNTIL=");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isReadOrRefusedAndNeverFails(long seed) {
        var random = new Random(seed);
        for (int time = 0; time < TIMES; time++) {
            var file = changed(FILES.get(random.nextInt(FILES.size())).getBytes(StandardCharsets.UTF_8), random);
            read(file, "seed %d, time %d".formatted(seed, time));
        }
    }

    private static void read(byte[] file, String which) {
        var work = new ReadingWork();
        try {
            var found = ClosedDaysFile.read(file, null, TODAY, HELSINKI, work);
            assertThat(found.days())
                    .as(which)
                    .allSatisfy(day ->
                            assertThat(day.date()).isAfterOrEqualTo(TODAY).isBefore(END));
            assertThat(found.skipped())
                    .as(which)
                    .allSatisfy(event -> assertThat(event.name()).isNotBlank());
        } catch (InvalidField refused) {
            assertThat(refused.errors()).as(which).isNotEmpty();
        } catch (RuntimeException failure) {
            fail("%s: %s".formatted(which, new String(file, StandardCharsets.UTF_8)), failure);
        }
        assertThat(work.done()).as(which).isLessThanOrEqualTo(ReadingWork.MOST_FOR_FILE + 1L);
    }

    private static byte[] changed(byte[] file, Random random) {
        var bytes = file;
        for (int left = random.nextInt(6); left >= 0; left--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, random.nextInt(random.nextInt(4) == 0 ? 60 : 4));
            var piece = random.nextBoolean()
                    ? PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8)
                    : new byte[] {(byte) random.nextInt(256)};
            var next = new ByteArrayOutputStream();
            next.write(bytes, 0, at);
            switch (random.nextInt(3)) {
                case 0 -> next.writeBytes(piece);
                case 1 -> next.write(bytes, random.nextInt(at + 1), length);
                default -> next.writeBytes(new byte[0]);
            }
            next.write(bytes, at + length, bytes.length - at - length);
            bytes = next.size() == 0 ? file : next.toByteArray();
        }
        return bytes;
    }
}
