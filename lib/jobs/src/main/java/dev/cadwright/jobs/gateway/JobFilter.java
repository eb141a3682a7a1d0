package dev.cadwright.jobs.gateway;

import dev.cadwright.contracts.JobState;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which jobs to list; an empty part admits all.
 *
 * @param kinds any of these
 * @param labels all of these
 */
public record JobFilter(Set<String> kinds, Optional<JobState> state, Map<String, String> labels) {
    public static final JobFilter ALL = new JobFilter(Set.of(), Optional.empty(), Map.of());

    public JobFilter {
        kinds = Set.copyOf(kinds);
        labels = Map.copyOf(labels);
        Objects.requireNonNull(state, "state");
    }

    public static JobFilter ofKind(String kind) {
        return new JobFilter(Set.of(kind), Optional.empty(), Map.of());
    }

    public JobFilter withState(JobState value) {
        return new JobFilter(kinds, Optional.of(value), labels);
    }

    public JobFilter withLabels(Map<String, String> values) {
        return new JobFilter(kinds, state, values);
    }
}
