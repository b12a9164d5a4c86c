package io.ringback.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.TimeZone;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The process in which a {@link Side} lives: reads a step and a number from each line, does it, and answers with a line of
 * nanoseconds. What it prints otherwise goes to its log.
 */
public final class SideMain {

    private SideMain() {}

    /**
     * Runs until its input ends.
     *
     * @param args the name of the class, then URL, user and password of its database, its threads, and the level of history
     */
    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var database = pool(args[1], args[2], args[3]);
                var threads = new SideBySide(Integer.parseInt(args[4]))) {
            var side = Class.forName("io.ringback.bench." + args[0])
                    .asSubclass(Side.class)
                    .getDeclaredConstructor(DataSource.class, SideBySide.class, String.class)
                    .newInstance(database, threads, args[5]);
            answers.println("ready");
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                answers.println(answer(side, line.split(" ", 2)));
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            answers.println("failed " + e);
        }
        System.exit(0);
    }

    private static String answer(Side side, String[] words) {
        return switch (words[0]) {
            case "adopt" -> {
                Arrays.stream(words[1].split(" ")).forEach(side::adopt);
                yield "";
            }
            case "template" -> side.template();
            default ->
                Arrays.stream(side.run(words[0], Integer.parseInt(words[1])))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" "));
        };
    }

    /** More connections than threads that work: the PostgreSQL that the server brings takes a hundred, for all together. */
    private static HikariDataSource pool(String url, String user, String password) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(10);
        pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return pool;
    }
}
