package io.ringback.exchange;

import java.util.Arrays;
import java.util.Optional;

/** As what rows are sent that were looked for. */
public enum FileKind {
    CSV("csv", ExportFormat.CSV.mediaType()),
    /** One JSON object on each line. */
    JSON_LINES("jsonl", "application/jsonl");

    private final String ending;
    private final String mediaType;

    FileKind(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Of the name of a file; empty for what there is not. */
    public static Optional<FileKind> of(String file) {
        return Arrays.stream(values())
                .filter(kind -> file.endsWith("." + kind.ending))
                .findFirst();
    }

    /** The name of the file without what it ends with. */
    public String table(String file) {
        return file.substring(0, file.length() - ending.length() - 1);
    }

    String mediaType() {
        return mediaType;
    }
}
