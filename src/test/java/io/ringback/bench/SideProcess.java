package io.ringback.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Speaks to a {@link Side}. */
final class SideProcess implements AutoCloseable {

    private final String side;
    private final Process process;
    private final PrintStream questions;
    private final BufferedReader answers;

    SideProcess(String side, String history, Cluster cluster, String database, int threads, Path log) {
        this.side = side;
        this.process = JavaProcess.start(
                log,
                "700m",
                List.of(
                        "-cp",
                        JavaProcess.classPath(true),
                        SideMain.class.getName(),
                        side,
                        cluster.url(database),
                        Cluster.SUPERUSER,
                        cluster.password(),
                        Integer.toString(threads),
                        history));
        this.questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        if (!answer().equals("ready")) {
            throw new IllegalStateException(side + " is not ready");
        }
    }

    long pid() {
        return process.pid();
    }

    long[] run(String step, int count) {
        var answer = ask(step + " " + count);
        return answer.isEmpty()
                ? new long[0]
                : Arrays.stream(answer.split(" ")).mapToLong(Long::parseLong).toArray();
    }

    String ask(String question) {
        questions.println(question);
        return answer();
    }

    private String answer() {
        try {
            var line = answers.readLine();
            if (line == null || line.startsWith("failed")) {
                throw new IllegalStateException("%s: %s; its log tells more".formatted(side, line));
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        JavaProcess.end(process);
    }
}
