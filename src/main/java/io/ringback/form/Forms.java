package io.ringback.form;

import java.util.List;
import java.util.Optional;

/** The forms that are deployed. */
public interface Forms {

    /** The latest version of a form; empty when there is none with this key. */
    Optional<Form> find(String key);

    /** A form as it was at some time; empty when that version is not there any more. */
    Optional<Form> find(FormVersion version);

    /** The keys of all forms, in order. */
    List<String> keys();
}
