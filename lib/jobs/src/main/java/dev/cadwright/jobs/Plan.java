package dev.cadwright.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;

/** How a job is split. An empty plan goes straight to {@link JobHandler#finish}. */
public record Plan(List<PlannedUnit> units) {
    /** More units than this would make every bookkeeping step of the job slow; plan larger ones. */
    public static final int MAX_UNITS = 100_000;

    /**
     * @param input what {@link JobHandler#work} is given
     * @param size amount of work, in a measure that all units of the plan share (shapes, steps), at least 1; progress
     *     is reported in it
     */
    public record PlannedUnit(JsonNode input, long size) {
        public PlannedUnit {
            Objects.requireNonNull(input, "input");
            if (size < 1) {
                throw new IllegalArgumentException("size must be at least 1: " + size);
            }
        }
    }

    public Plan {
        units = List.copyOf(units);
        if (units.size() > MAX_UNITS) {
            throw new IllegalArgumentException("a plan has at most " + MAX_UNITS + " units, not " + units.size());
        }
    }

    /** A job that is not split. */
    public static Plan single(JsonNode input, long size) {
        return new Plan(List.of(new PlannedUnit(input, size)));
    }
}
