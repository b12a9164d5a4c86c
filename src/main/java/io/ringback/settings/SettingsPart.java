package io.ringback.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.SortedMap;

/**
 * One part of the file of settings, such as the lists. A feature whose settings belong into the file has a bean of this
 * type; parts and items that a file does not name are left alone.
 */
public interface SettingsPart {

    /** Its name in the file. */
    String key();

    /** Parts with a lower place come first, in the file and when it is applied: accounts 10, lists 20. */
    int place();

    /** All present settings by the id of what they are of, as {@link #apply} takes them; never a secret. */
    SortedMap<String, ObjectNode> read();

    /**
     * What speaks against items, by their ids, before any is applied: for those of which one may need another.
     *
     * @param wanted all that the file names of this part
     */
    default Map<String, String> refused(Map<String, ObjectNode> wanted) {
        return Map.of();
    }

    /**
     * Makes it so, in the transaction of the caller, which a dry run takes back. What is so already is not written again.
     *
     * @param wanted the settings that the file names; others stay as they are, null takes a value away
     * @throws InvalidField with fields relative to the item, as must every other refusal that names a field
     */
    SettingsChange apply(String id, ObjectNode wanted);
}
