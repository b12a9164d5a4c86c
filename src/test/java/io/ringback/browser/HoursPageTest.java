package io.ringback.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A supervisor sets the calling hours of a list. */
@BrowserTest
class HoursPageTest {

    @Test
    void aWeekIsSetAndShownAgain(Browsers browsers) {
        var list = browsers.centre().list();
        var sam = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list));
        var page = sam.page();
        assertThat(page.getByLabel("Always open")).isChecked();
        assertThat(page.locator("#hours-settings")).isHidden();

        page.getByLabel("Always open").uncheck();
        times(page, "MONDAY").first().fill("22:00");
        times(page, "MONDAY").last().fill("06:00");
        assertThat(page.locator("[data-day=MONDAY] .hours-next-day")).hasText("next day");
        button(page, "Copy Monday to Tuesday – Friday").click();
        button(page, "Add hours: Saturday").click();
        page.getByLabel("Closed on public holidays (Finland)").check();
        button(page, "Add a day").click();
        page.getByLabel("Date").fill(tomorrow());
        page.getByLabel("What for").fill("Stocktaking");
        page.getByText("pauses while closed").click();
        save(page);

        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.locator("[data-bars=TUESDAY]")).hasAttribute("aria-label", "00:00–06:00, 22:00–24:00");
        assertThat(page.locator("[data-bars=SUNDAY]")).hasAttribute("aria-label", "Closed");
        assertThat(page.getByLabel("What for")).hasValue("Stocktaking");
        assertThat(page.locator("[name=expiry][value=PAUSES]")).isChecked();
        assertThat(EveryLook.faults("hours of a list", page)).isEmpty();
    }

    @Test
    void aSecondIntervalIsAddedAndAnotherTakenAway(Browsers browsers) {
        var list = browsers.centre().list();
        var page =
                browsers.inOffice(browsers.centre().person("ADMIN"), path(list)).page();
        page.getByLabel("Always open").uncheck();

        times(page, "MONDAY").last().fill("11:00");
        button(page, "Add hours: Monday").click();
        button(page, "Remove these hours: Friday").click();

        assertThat(page.locator("[data-bars=MONDAY]")).hasAttribute("aria-label", "08:00–11:00, 11:00–20:00");
        assertThat(page.locator("[data-bars=FRIDAY]")).hasAttribute("aria-label", "Closed");
        assertThat(button(page, "Add hours: Friday")).isFocused();
        assertThat(EveryLook.faults("hours being set", page)).isEmpty();
    }

    @Test
    void overlapsAreToldAtTheirDayInTheLanguageOfThePage(Browsers browsers) {
        var list = browsers.centre().list();
        var sam = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list) + "?lang=fi")
                .expects("status of 422");
        var page = sam.page();
        page.locator("#always-open").uncheck();
        page.locator("[data-day=TUESDAY] [data-add-time]").click();
        times(page, "TUESDAY").nth(2).fill("10:00");
        times(page, "TUESDAY").nth(3).fill("12:00");

        save(page);

        var error = page.locator("[data-day=TUESDAY] .error");
        assertThat(error).containsText("Tiistai 08:00–16:00 ja tiistai 10:00–12:00 menevät päällekkäin.");
        assertThat(error).isInViewport();
        assertThat(times(page, "TUESDAY").nth(2)).isFocused();
        assertThat(times(page, "TUESDAY").nth(2)).hasAttribute("aria-invalid", "true");
        assertThat(EveryLook.faults("hours that overlap", page)).isEmpty();
        times(page, "TUESDAY").nth(2).fill("16:00");
        times(page, "TUESDAY").nth(3).fill("18:00");
        assertThat(error).isHidden();
        save(page);
        assertThat(page.getByText("Tallennettu.")).isVisible();
    }

    @Test
    void aNightThatReachesIntoTheNextDayOverlapsToo(Browsers browsers) {
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list))
                .expects("status of 422")
                .page();
        page.getByLabel("Always open").uncheck();
        button(page, "Add hours: Sunday").click();
        times(page, "SUNDAY").first().fill("22:00");
        times(page, "SUNDAY").last().fill("09:00");

        save(page);

        assertThat(page.locator("[data-day=SUNDAY] .error"))
                .containsText("Monday 08:00–16:00 and Sunday 22:00–09:00 overlap.");
    }

    @Test
    void noHoursAtAllAndADayNamedTwiceAreTold(Browsers browsers) {
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list))
                .expects("status of 422")
                .page();
        page.getByLabel("Always open").uncheck();
        for (int i = 0; i < 2; i++) {
            button(page, "Add a day").click();
            page.getByLabel("Date").last().fill(tomorrow());
            page.getByLabel("What for").last().fill("Stocktaking");
        }
        save(page);
        assertThat(page.locator("#closed-days .error")).hasText("This day is among the closed days already.");
        assertThat(page.getByLabel("Date").last()).isFocused();

        page.locator(".hours-time [data-remove]").evaluateAll("all => all.forEach((each) => each.click())");
        save(page);
        assertThat(page.locator(".hours-week .error")).containsText("No hours are set.");
        assertThat(button(page, "Add hours: Monday")).isFocused();
    }

    @Test
    void twoWhoChangeTheHoursAtOnceBothSeeIt(Browsers browsers) {
        var list = browsers.centre().list();
        var sam = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list))
                .expects("status of 412");
        var eve = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list));
        eve.page().getByLabel("Always open").uncheck();
        save(eve.page());
        assertThat(eve.page().getByText("Saved.")).isVisible();

        sam.page().getByLabel("Always open").uncheck();
        times(sam.page(), "MONDAY").first().fill("09:00");
        save(sam.page());
        assertThat(sam.page().getByText("Somebody else has changed these hours"))
                .isVisible();
        assertThat(EveryLook.faults("hours changed by two", sam.page())).isEmpty();
        button(sam.page(), "Save mine instead").click();

        assertThat(sam.page().getByText("Saved.")).isVisible();
        assertThat(sam.page().locator("[data-bars=MONDAY]")).hasAttribute("aria-label", "09:00–16:00");
    }

    @Test
    void daysComeFromACalendarFile(Browsers browsers) {
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list))
                .page();
        page.getByLabel("Always open").uncheck();
        page.getByText("Take days from an iCalendar file").click();

        page.getByLabel("File (.ics)")
                .setInputFiles(
                        new FilePayload("days.ics", "text/calendar", calendar().getBytes(StandardCharsets.UTF_8)));
        assertThat(page.getByText("Days found: 1.")).isVisible();
        assertThat(page.getByText("Meeting: does not last whole days")).isVisible();
        assertThat(EveryLook.faults("a calendar looked at", page)).isEmpty();
        button(page, "Add these days: 1").click();
        save(page);

        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.getByLabel("Date")).hasValue(tomorrow());
        assertThat(page.getByLabel("What for")).hasValue("Juhlapäivä");
    }

    @Test
    void aHolidayIsKeptOpenForGoodAndADayClosedEveryYear(Browsers browsers) {
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list))
                .page();
        page.getByLabel("Always open").uncheck();
        page.getByLabel("Closed on public holidays (Finland)").check();
        assertThat(page.locator("#holidays-checked")).containsText("for the years 2024 to 2028");

        page.getByText("Public holidays of the next twelve months").click();
        page.locator("[data-keep-open][data-name=Epiphany]").click();
        var open = page.locator("#open-holidays li");
        assertThat(open).containsText("Epiphany");
        assertThat(page.getByLabel("Every year: Epiphany")).isFocused();
        page.keyboard().press("Space");
        page.locator("[data-keep-open][data-name=Epiphany]").click();
        assertThat(open).hasCount(1);
        button(page, "Add a day").click();
        page.getByLabel("Date").first().fill(tomorrow());
        page.getByLabel("What for").fill("Founding day");
        page.locator(".hours-closed-day").getByText("Every year").click();
        assertThat(EveryLook.faults("a holiday kept open", page)).isEmpty();
        save(page);

        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(page.getByLabel("Every year: Epiphany")).isChecked();
        assertThat(page.getByLabel("Every year: Founding day")).isChecked();
        button(page, "Close on this holiday again: Epiphany").click();
        assertThat(page.getByLabel("Closed on public holidays (Finland)")).isFocused();
        save(page);
        assertThat(page.getByText("Saved.")).isVisible();
        assertThat(open).hasCount(0);
    }

    @Test
    void whatACalendarPassesOverIsToldOnceForEachKind(Browsers browsers) {
        var list = browsers.centre().list();
        var page = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list) + "?lang=sv")
                .page();
        page.locator("#always-open").uncheck();
        page.getByText("Hämta dagar från en iCalendar-fil").click();
        var meeting = "BEGIN:VEVENT\nSUMMARY:Möte\nDTSTART:20260401T120000Z\nEND:VEVENT\n";
        var easter =
                "BEGIN:VEVENT\nSUMMARY:Påsk\nDTSTART;VALUE=DATE:20260405\nRRULE:FREQ=YEARLY;BYEASTER=0\nEND:VEVENT\n";
        var calendar = "BEGIN:VCALENDAR\n" + meeting.repeat(3) + easter + "END:VCALENDAR\n";

        page.locator("#calendar-file")
                .setInputFiles(
                        new FilePayload("days.ics", "text/calendar", calendar.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(page.locator("#calendar-preview li")).hasText(new String[] {
            "Möte: varar inte hela dagar (3\u00a0×)", "Påsk: upprepas enligt en regel som inte är känd här"
        });
    }

    @Test
    void theEditorSpeaksFinnishAndSwedish(Browsers browsers) {
        var list = browsers.centre().list();
        var sam = browsers.inOffice(browsers.centre().person("SUPERVISOR"), path(list));

        for (var language : List.of("fi", "sv")) {
            sam.go(path(list) + "?lang=" + language);
            sam.page().locator("#always-open").uncheck();
            assertThat(sam.page().locator("h1")).not().containsText("Calling hours");
            assertThat(sam.page().content()).doesNotContain("??");
            assertThat(EveryLook.faults("hours in " + language, sam.page())).isEmpty();
        }
    }

    private static String calendar() {
        return """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                SUMMARY:Juhlapäivä\r
                DTSTART;VALUE=DATE:%s\r
                END:VEVENT\r
                BEGIN:VEVENT\r
                SUMMARY:Meeting\r
                DTSTART:20260401T120000Z\r
                END:VEVENT\r
                END:VCALENDAR\r
                """.formatted(tomorrow().replace("-", ""));
    }

    private static String tomorrow() {
        return LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(1).toString();
    }

    private static String path(String list) {
        return "/supervision/lists/%s/hours".formatted(list);
    }

    private static Locator times(Page page, String day) {
        return page.locator("[data-day=%s] input[type=time]".formatted(day));
    }

    private static void save(Page page) {
        page.locator("#hours-form [type=submit]").click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
