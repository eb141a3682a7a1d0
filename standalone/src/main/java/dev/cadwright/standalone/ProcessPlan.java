package dev.cadwright.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How one process of the suite is run.
 *
 * @param name unique in the plan, for example {@code gateway}
 * @param directory working directory
 * @param environment added to the supervisor's own
 * @param log where its output goes
 * @param ports of 127.0.0.1 that it listens on; the first is the one people use. They must be free
 * @param portVariable the setting that moves the first port, named to the user when it is taken
 * @param after names of the processes that must be ready before this one starts
 * @param stopSignal makes it end in order, for example {@code TERM}
 * @param stopSeconds how long that may take before it is killed
 */
public record ProcessPlan(
        String name,
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Path log,
        List<Integer> ports,
        String portVariable,
        Probe probe,
        List<String> after,
        String stopSignal,
        int stopSeconds) {
    public ProcessPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
        after = List.copyOf(after);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException(name + " has no port");
        }
    }

    public int port() {
        return ports.getFirst();
    }
}
