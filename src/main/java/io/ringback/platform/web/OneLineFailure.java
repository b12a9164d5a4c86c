package io.ringback.platform.web;

import io.ringback.platform.problem.Causes;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A failure in one line: what it is, where it was thrown, and the way there through our own code. */
final class OneLineFailure {

    private static final String OURS = "io.ringback.";
    private static final int FRAMES = 6;
    private static final int CAUSES = 5;
    private static final int LONGEST_MESSAGE = 300;

    private OneLineFailure() {}

    static String of(Throwable failure) {
        return Causes.of(failure)
                .limit(CAUSES)
                .map(OneLineFailure::describe)
                .collect(Collectors.joining("; caused by "));
    }

    private static String describe(Throwable failure) {
        var trace = failure.getStackTrace();
        var frames = Stream.concat(
                        Arrays.stream(trace).limit(1),
                        Arrays.stream(trace)
                                .skip(1)
                                .filter(frame -> frame.getClassName().startsWith(OURS)))
                .limit(FRAMES)
                .map(OneLineFailure::frame)
                .collect(Collectors.joining(" < "));
        return failure.getClass().getName() + message(failure) + (frames.isEmpty() ? "" : " at " + frames);
    }

    private static String message(Throwable failure) {
        var message = failure.getMessage();
        if (message == null) {
            return "";
        }
        var flat = message.replaceAll("\\s+", " ");
        return ": " + (flat.length() <= LONGEST_MESSAGE ? flat : flat.substring(0, LONGEST_MESSAGE) + "…");
    }

    private static String frame(StackTraceElement frame) {
        var type = frame.getClassName();
        var name = type.startsWith(OURS) ? type.substring(type.lastIndexOf('.') + 1) : type;
        return "%s.%s:%s".formatted(name, frame.getMethodName(), frame.getLineNumber());
    }
}
