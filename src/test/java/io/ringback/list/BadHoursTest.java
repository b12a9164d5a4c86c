package io.ringback.list;

import static io.ringback.support.Json.json;
import static io.ringback.support.Refusal.invalid;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringback.support.Centre;
import io.ringback.support.Http;
import io.ringback.support.MovableClock;
import io.ringback.support.RingbackTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Calling hours that cannot be are refused at their field. */
@RingbackTest
class BadHoursTest {

    @Autowired
    private Centre centre;

    @Autowired
    private MovableClock clock;

    private HoursOfAList hours;
    private Http supervisor;
    private String path;

    @BeforeEach
    void aListThatIsAlwaysOpen() {
        clock.set(Instant.parse("2026-03-02T08:00:00Z"));
        hours = HoursOfAList.anew(centre);
        supervisor = hours.supervisor();
        path = hours.path();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            week       | {'week':[]}
            week       | {}
            week       | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'},{'day':'MONDAY','from':'15:00','to':'17:00'}]}
            week       | {'week':[{'day':'SUNDAY','from':'22:00','to':'06:00'},{'day':'MONDAY','from':'05:00','to':'07:00'}]}
            week[0].day| {'week':[{'from':'08:00','to':'16:00'}]}
            week[0].from| {'week':[{'day':'MONDAY','from':'25:00','to':'16:00'}]}
            week[0].from| {'week':[{'day':'MONDAY','from':'24:00','to':'16:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':16}]}
            subRegion  | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'subRegion':'by'}
            closedDays | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-03-05','name':'a'},{'date':'2026-03-05','name':'b'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-02-30','name':'a'}]}
            closedDays[0].name | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-03-05','name':' '}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'24:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00Z'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'8:00'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':'4 pm'}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':[16,0]}]}
            week[0].to | {'week':[{'day':'MONDAY','from':'08:00','to':''}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-23T22:00:00Z','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24T00:00:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24T00:00:00+02:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24Z','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24+02:00','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'20261224','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-1-5','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-W52-4','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-359','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'24.12.2026','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':' 2026-12-24','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'+12026-12-24','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'','name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':[2026,12,24],'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':20446,'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':1766534400000,'name':'a'}]}
            closedDays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':true,'name':'a'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-12-23T22:00:00Z'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-02-30'}]}
            openHolidays[0].date | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':null}]}
            openHolidays | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'openHolidays':[{'date':'2026-12-24'},{'date':'2026-12-24','everyYear':true}]}
            closedDays[0].everyYear | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'closedDays':[{'date':'2026-12-24','name':'a','everyYear':'yes'}]}
            expiry     | {'week':[{'day':'MONDAY','from':'08:00','to':'16:00'}],'expiry':'SOMETIMES'}
            """)
    void whatCannotBeIsRefusedAtItsField(String field, String body) {
        invalid(hours.change("0", json(body.replace("%", "%%"))), field.strip());
        assertThat(supervisor.get(path).json().path("version").asLong()).isZero();
    }

    @Test
    void anInstantIsToldToBeNoDateAndMidnightHowItIsWritten() {
        var date = hours.change("0", json(HoursOfAList.ALL).replace("2026-03-05", "2026-12-23T22:00:00Z"));
        var midnight = hours.change("0", json(HoursOfAList.ALL).replace("16:00", "24:00"));

        assertThat(date.body()).contains("a date such as 2026-12-24, without a time");
        assertThat(midnight.body()).contains("the midnight that ends a day (24:00) is written 00:00");
    }
}
