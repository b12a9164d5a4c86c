package io.ringback.design;

import java.util.List;
import java.util.Map;

/** The check of models, the same one for pages, calls and the folders a server starts with. */
public interface ModelChecks {

    /**
     * What there is to say of these files, if they came to what serves now; first errors, then warnings. The rules look at them
     * as they are written; only what passes them is played.
     *
     * @param files by the names they would be deployed under
     */
    List<ModelFinding> check(Map<String, byte[]> files);

    /** What the rules alone find against these files: errors, with which they are not even played. */
    List<ModelFinding> refusals(Map<String, byte[]> files);

    /**
     * What the rules alone say of these files, for those who cannot wait until cases are played. Where they have found no error
     * it says, too, that none were.
     *
     * @param files by the names they would be deployed under
     */
    List<ModelFinding> checkWithoutPlaying(Map<String, byte[]> files);

    /** The name a file is deployed under, however modelers write it: {@code callbackCase.bpmn} for {@code CALLBACKCASE.bpmn20.xml}. */
    String nameOf(String file);
}
