package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Resident memory of processes, from {@code /proc}; 0 where there is none. */
final class Memory {
    private Memory() {}

    /** Bytes resident of a process and all that it started. Pages shared among them count each time. */
    static long residentWithDescendants(ProcessHandle process) {
        try (Stream<ProcessHandle> descendants = process.descendants()) {
            return resident(process.pid())
                    + descendants.mapToLong(child -> resident(child.pid())).sum();
        }
    }

    static long resident(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .map(line -> line.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .sum()
                    * 1024;
        } catch (IOException e) {
            return 0; // it has ended meanwhile
        }
    }
}
