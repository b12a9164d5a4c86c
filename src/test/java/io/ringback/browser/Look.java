package io.ringback.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/**
 * What a person's browser is like.
 *
 * @param locale the language asked for, such as {@code fi-FI}
 * @param zone the time zone of the machine, such as {@code Europe/Helsinki}
 */
public record Look(String locale, String zone, int width, int height, ColorScheme scheme) {

    /** English, in Helsinki, 1280 × 800, light. */
    public static Look usual() {
        return new Look("en-GB", "Europe/Helsinki", 1280, 800, ColorScheme.LIGHT);
    }

    public Look in(String otherLocale, String otherZone) {
        return new Look(otherLocale, otherZone, width, height, scheme);
    }

    public Look dark() {
        return new Look(locale, zone, width, height, ColorScheme.DARK);
    }

    public Look sized(int otherWidth, int otherHeight) {
        return new Look(locale, zone, otherWidth, otherHeight, scheme);
    }

    /** As narrow as it must still work. */
    public Look narrow() {
        return sized(320, 800);
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId(zone)
                .setViewportSize(width, height)
                .setColorScheme(scheme);
    }
}
