package io.ringback.platform.run;

import java.time.Duration;

/** What settings of the server must keep to; one that does not keeps it from starting. */
public final class SettingRules {

    private SettingRules() {}

    /**
     * @param setting its whole name, for the message
     * @throws IllegalArgumentException when it is nothing or less
     */
    public static void expectPositive(String setting, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "%s: expected more than nothing, but it is %s".formatted(setting, value));
        }
    }
}
