package io.ringback.process.check;

import io.ringback.process.check.rule.Finding;
import java.util.List;
import java.util.Map;

/**
 * Works cases through on models that are not deployed, and says what goes wrong. It is asked only for files in which the rules
 * have found no error, whether they come from a page, a call or a folder.
 */
public interface PlayedCheck {

    /**
     * What was found; empty if all went well. Nothing of it is left behind.
     *
     * @param files those that are to be deployed, by the names they are deployed under, as they were written; what they need
     *     beside them is deployed already, or is among them
     */
    List<Finding> play(Map<String, byte[]> files);
}
