package io.ringback.figures;

/** Whose figures they are, as one text. */
final class Owner {

    private static final String PROCESS = "process:";

    private Owner() {}

    /** A version of a process. */
    record Version(String key, int number) {}

    static String version(String key, int version) {
        return PROCESS + key + ":" + version;
    }

    static Version version(String owner) {
        var end = owner.lastIndexOf(':');
        return new Version(owner.substring(PROCESS.length(), end), Integer.parseInt(owner.substring(end + 1)));
    }

    static String agent(String id) {
        return "agent:" + id;
    }

    static String list(String id) {
        return "list:" + id;
    }
}
