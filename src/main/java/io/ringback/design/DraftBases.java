package io.ringback.design;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The deployed models, from which drafts are begun. */
public interface DraftBases {

    /** A file as it was deployed. */
    record Base(String file, String content) {}

    Optional<Base> find(String key, int version);

    /** The newest version of each of these models; those that were never deployed are left out. */
    Map<String, Integer> newest(Collection<String> keys);
}
