package io.ringback.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * {@code java -jar ringback.jar verify <file> [--anchor <hash>]}: checks a file of the record where there is neither a server
 * nor a database.
 */
public final class VerifyCommand {

    /** The first argument by which it is called. */
    public static final String NAME = "verify";

    private static final int OK = 0;
    private static final int WRONG = 1;
    private static final int UNREADABLE = 2;
    private static final int WITH_ANCHOR = 3;

    private VerifyCommand() {}

    /**
     * Answers 0 when all is as it was sealed, 1 when it is not, and 2 when the file cannot be read.
     *
     * @param arguments without the name of the command
     */
    public static int run(List<String> arguments, PrintStream out) {
        var hasAnchor = arguments.size() == WITH_ANCHOR && arguments.get(1).equals("--anchor");
        if (arguments.size() != 1 && !hasAnchor) {
            out.println("java -jar ringback.jar verify <file> [--anchor <hash>]");
            return UNREADABLE;
        }
        try (var file = open(Path.of(arguments.get(0)))) {
            var result = new ProofFile(hasAnchor ? arguments.get(2) : null).check(file);
            out.println(told(result));
            return OK;
        } catch (ProofFile.Wrong wrong) {
            out.println("NOT as it was sealed: " + wrong.getMessage());
            return WRONG;
        } catch (IOException failure) {
            out.println("The file cannot be read: " + failure);
            return UNREADABLE;
        }
    }

    private static String told(ProofFile.Result result) {
        var last = result.last();
        var first = result.first();
        if (last == null || first == null) {
            return "OK: there is nothing in it";
        }
        return "OK: %s events of blocks %s to %s are as they were sealed; the last hash is %s%s"
                .formatted(
                        String.valueOf(result.events()),
                        String.valueOf(first.number()),
                        String.valueOf(last.number()),
                        last.hash(),
                        result.droppedTo() == 0
                                ? ""
                                : "; events up to %s are kept no longer".formatted(String.valueOf(result.droppedTo())));
    }

    private static InputStream open(Path path) throws IOException {
        var file = new BufferedInputStream(Files.newInputStream(path));
        file.mark(2);
        var zipped = file.read() == 0x1f && file.read() == 0x8b;
        file.reset();
        return zipped ? new GZIPInputStream(file) : file;
    }
}
