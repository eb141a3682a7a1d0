package dev.cadwright.cli.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processor time and memory of the kernel's workers, as Linux tells them. */
final class ProcessorTime {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** Of this process alone, with all its threads, to the system's clock tick. */
    static Duration ofThisProcess() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Of the workers and the calling thread, in nanoseconds; workers have one thread. */
    static long ofWorkersAndThread(List<Long> workers) {
        long sum = THREADS.getCurrentThreadCpuTime();
        for (long worker : workers) {
            String statistics = read(worker, "schedstat");
            sum += statistics.isEmpty() ? 0 : Long.parseLong(statistics.split(" ")[0]);
        }
        return sum;
    }

    /** The processes of the kernel that this process has started and that live. */
    static List<Long> workers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("cadwright-kernel"))
                        .isPresent())
                .map(ProcessHandle::pid)
                .toList();
    }

    /** Memory that is in use by a process, in MiB; 0 where the system does not tell. */
    static double residentMebibytes(long process) {
        return read(process, "status")
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String read(long process, String name) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(process), name));
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
