package io.ringback.design;

import java.util.Collection;
import java.util.Map;

/** Which versions of models are the newest. */
public interface NewestVersions {

    /** The newest version of each of these models; those that were never deployed are left out. */
    Map<String, Integer> newest(Collection<String> keys);
}
