package io.ringback.evidence;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses a line that is longer than any of a file of the record, before it fills the memory. */
final class BoundedLines extends FilterReader {

    /** Far above the longest: what is said with an event is bounded where it is taken in. */
    static final int LONGEST = 16 * 1024 * 1024;

    private int length;

    BoundedLines(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] to, int from, int most) throws IOException {
        var count = super.read(to, from, most);
        for (var at = from + count - 1; at >= from; at--) {
            if (to[at] == '\n') {
                length = from + count - 1 - at;
                return count;
            }
        }
        length += Math.max(0, count);
        if (length > LONGEST) {
            throw new IOException("a line is longer than any of such a file");
        }
        return count;
    }
}
