package io.ringback.platform.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A process whose memory has run out ends, also when it was not started with the flag for that. */
@Tag("long")
class OutOfMemoryTest {

    @ParameterizedTest
    @EnumSource
    void theProcessEndsWhereverMemoryRunsOut(Where where) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx24m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        where.name())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        var ended = process.waitFor(180, TimeUnit.SECONDS);

        process.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(process.exitValue()).isEqualTo(where == Where.NOWHERE ? 0 : OutOfMemory.EXIT_CODE);
    }

    enum Where {
        IN_A_THREAD {
            @Override
            void fails() throws InterruptedException {
                var thread = new Thread(Where::exhaust);
                thread.start();
                thread.join();
            }
        },
        LOGGED {
            @Override
            void fails() {
                try {
                    exhaust();
                } catch (OutOfMemoryError e) {
                    log().warn("failed", e);
                }
            }
        },
        LOGGED_WITH_MORE_THAN_ITSELF {
            @Override
            void fails() {
                try {
                    exhaust();
                } catch (OutOfMemoryError e) {
                    log().debug("{} of {} by {} failed", 1, 2, 3, e);
                }
            }
        },
        LOGGED_AS_A_CAUSE {
            @Override
            void fails() {
                try {
                    exhaust();
                } catch (OutOfMemoryError e) {
                    log().error("failed", new IllegalStateException(new ExecutionException(e)));
                }
            }
        },
        NOWHERE {
            @Override
            void fails() {
                log().error("failed", new IllegalStateException("of something else"));
            }
        };

        abstract void fails() throws InterruptedException;

        private static void exhaust() {
            var all = new java.util.ArrayList<byte[]>();
            while (true) {
                all.add(new byte[1_000_000]);
            }
        }

        private static org.slf4j.Logger log() {
            return LoggerFactory.getLogger(OutOfMemoryTest.class);
        }
    }

    static final class Program {

        public static void main(String[] arguments) throws InterruptedException {
            OutOfMemory.endsTheProcess();
            OutOfMemory.endsTheProcessWhenLogged();
            Where.valueOf(arguments[0]).fails();
            System.exit(0);
        }
    }
}
