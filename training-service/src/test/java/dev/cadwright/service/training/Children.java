package dev.cadwright.service.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The training processes of this machine, found by the run's folder on their command lines. */
final class Children {
    private Children() {}

    static List<ProcessHandle> of(UUID job) {
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            return all.filter(process -> commandLine(process.pid()).contains("runs/" + job))
                    .toList();
        }
    }

    static void signal(UUID job, String signal) {
        List<ProcessHandle> children = of(job);
        if (children.size() != 1) {
            throw new AssertionError("one child, not " + children);
        }
        String pid = Long.toString(children.getFirst().pid());
        try {
            int status = new ProcessBuilder("kill", "-" + signal, pid).start().waitFor();
            if (status != 0) {
                throw new AssertionError("kill ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException e) {
            return ""; // It has ended, or is not ours.
        }
    }
}
