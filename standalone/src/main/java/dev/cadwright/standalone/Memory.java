package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Resident memory of processes, from {@code /proc}; 0 where there is none.
 *
 * <p>It is the proportional set size: a page that several processes share counts once among them. PostgreSQL's processes
 * share most of theirs; adding up what each has resident would count its buffers fifty times.
 */
final class Memory {
    private Memory() {}

    /** Bytes resident of a process and all that it started. */
    static long residentWithDescendants(ProcessHandle process) {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            return resident(process.pid())
                    + descendants.mapToLong(child -> resident(child.pid())).sum();
        }
    }

    static long resident(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        return field(folder.resolve("smaps_rollup"), "Pss:")
                .or(() -> field(folder.resolve("status"), "VmRSS:"))
                .orElse(0L);
    }

    /** A line like {@code Pss:  1234 kB}, in bytes; empty when it cannot be read or the process has ended. */
    private static Optional<Long> field(Path file, String name) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
