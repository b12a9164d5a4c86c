package io.ringback.settings;

import java.util.List;

/**
 * What a file of settings changes, item by item in the order in which they are applied.
 *
 * @param dryRun whether nothing was changed in earnest
 */
record SettingsPlan(boolean dryRun, List<Item> items) {

    /** @param part the name of the part in the file */
    record Item(String part, String id, SettingsChange.Action action, List<SettingsChange.Difference> differences) {}
}
