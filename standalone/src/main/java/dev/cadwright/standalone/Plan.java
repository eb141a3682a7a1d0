package dev.cadwright.standalone;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The processes of a suite, in the order in which they start.
 *
 * @param startingAtOnce how many may be starting at the same time: more only slow each other down
 * @param stoppingAtOnce how many may be stopping at the same time
 */
public record Plan(List<ProcessPlan> processes, int startingAtOnce, int stoppingAtOnce) {
    public Plan {
        processes = List.copyOf(processes);
        if (startingAtOnce < 1 || stoppingAtOnce < 1) {
            throw new IllegalArgumentException("at once: " + startingAtOnce + ", " + stoppingAtOnce);
        }
        var names = processes.stream().map(ProcessPlan::name).collect(Collectors.toSet());
        if (names.size() != processes.size()) {
            throw new IllegalArgumentException("two processes have the same name");
        }
        for (ProcessPlan process : processes) {
            if (!names.containsAll(process.after())) {
                throw new IllegalArgumentException(process.name() + " waits for an unknown process");
            }
        }
    }
}
