package io.ringback.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form expects at one place of its answers. */
sealed interface FormNode permits FormField, FormNode.Members, FormNode.Rows {

    /** Named answers: the form itself, a group with a path, or what a key with dots leads through. */
    record Members(Map<String, FormNode> byName) implements FormNode {

        Members() {
            this(new LinkedHashMap<>());
        }

        /** The named answers at this path, which are made if need be; null when the path leads through a field. */
        @Nullable
        Members at(Iterable<String> path) {
            var members = this;
            for (var name : path) {
                if (!(members.byName.computeIfAbsent(name, missing -> new Members()) instanceof Members next)) {
                    return null;
                }
                members = next;
            }
            return members;
        }
    }

    /** A dynamic list: any number of the same named answers. */
    record Rows(Members row) implements FormNode {}
}
