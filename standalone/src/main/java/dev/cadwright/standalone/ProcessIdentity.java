package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one with the same number.
 *
 * @param pid the process number
 * @param start when it started, in the measure of the system: clock ticks since boot on Linux, else milliseconds
 */
public record ProcessIdentity(long pid, long start) {

    /** The identity of a living process; empty when there is none with this number. */
    public static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(ProcessIdentity::start)
                .map(start -> new ProcessIdentity(pid, start));
    }

    /** The process, if this very one is still alive. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> start(process)
                .equals(Optional.of(start)));
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /** The 22nd field of {@code /proc/PID/stat}: unlike a date, it does not shift when the clock is set. */
    private static Optional<Long> start(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields =
                    stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1); // the name may hold blanks: field 3 on
            return fields[0].equals("Z") ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
        } catch (IOException e) {
            return process.info().startInstant().map(Instant::toEpochMilli);
        }
    }
}
