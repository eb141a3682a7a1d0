package dev.cadwright.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds processes of a suite that no state file knows of: those of a supervisor that was killed between starting a
 * process and noting it, and whatever a killed service had started itself. They are known by
 * {@link SuiteFiles#MARKER} in their environment, which children inherit.
 */
final class Strays {
    private Strays() {}

    /** All processes of the suite except the kept ones, what those have started, and this process. */
    static List<ProcessHandle> find(SuiteFiles files, Set<ProcessHandle> kept) {
        byte[] marker = (SuiteFiles.MARKER + "=" + files.home() + "\0").getBytes(StandardCharsets.UTF_8);
        Set<Long> spared = kept.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
        spared.add(ProcessHandle.current().pid());
        return ProcessHandle.allProcesses()
                .filter(process -> !spared.contains(process.pid()))
                .filter(process -> isMarked(process.pid(), marker))
                .toList();
    }

    static void kill(SuiteFiles files, Set<ProcessHandle> kept) {
        find(files, kept).forEach(Signals::kill);
    }

    private static boolean isMarked(long pid, byte[] marker) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1)
                    .contains(new String(marker, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return false; // not ours to read, or just ended
        }
    }
}
