package io.ringback.platform.database;

import org.jspecify.annotations.Nullable;

/**
 * Who owns the tables and makes them. The server itself need not, and had better not: then nobody who gets at its
 * connections can change what has been recorded.
 *
 * @param name null when it is the role of the server
 */
record DatabaseOwner(@Nullable String name, @Nullable String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseOwner[" + name + "]";
    }
}
