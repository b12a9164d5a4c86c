package io.ringback.bench;

import java.util.Locale;
import java.util.function.Supplier;

/** Tells how long something took, and what share of a core was spent meanwhile. */
final class Watch {

    /** The columns of {@link Spent#csv}. */
    static final String COLUMNS = "seconds,server_ms,compiling_ms,postgres_ms,driver_ms,others_ms";

    private final Supplier<Cpu> meter;
    private long start;
    private long busy;

    /** @param meter what was spent since it was last asked, of all servers together */
    Watch(Supplier<Cpu> meter) {
        this.meter = meter;
        look();
    }

    /** Since the last look. */
    Spent look() {
        var begun = start;
        var busyBefore = busy;
        start = System.nanoTime();
        busy = MachineTime.busyMillis();
        return Spent.of((start - begun) / 1e9, meter.get(), busy - busyBefore);
    }

    /** @param others milliseconds that others on the machine took */
    record Spent(double seconds, Cpu cpu, double others) {

        /** @param busy milliseconds of all processors, for whomever */
        static Spent of(double seconds, Cpu cpu, double busy) {
            return new Spent(seconds, cpu, Math.max(0, busy - cpu.total()));
        }

        Spent plus(Spent more) {
            return new Spent(seconds + more.seconds, cpu.plus(more.cpu), others + more.others);
        }

        /** Of one core, in percent. */
        double share(double millis) {
            return millis / seconds / 10;
        }

        String sentence() {
            return String.format(
                    Locale.ROOT,
                    "of one core the server took %.0f %%, its compiler %.0f, PostgreSQL %.0f, the driver %.0f, and others on the machine %.0f",
                    share(cpu.server()),
                    share(cpu.compiling()),
                    share(cpu.postgres()),
                    share(cpu.driver()),
                    share(others));
        }

        String csv() {
            return String.format(
                    Locale.ROOT,
                    "%.1f,%.0f,%.0f,%.0f,%.0f,%.0f",
                    seconds,
                    cpu.server(),
                    cpu.compiling(),
                    cpu.postgres(),
                    cpu.driver(),
                    others);
        }
    }
}
