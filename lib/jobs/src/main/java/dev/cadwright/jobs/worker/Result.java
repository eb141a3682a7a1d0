package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.jobs.Plan;

/** What an attempt returned. */
public sealed interface Result {
    /** Of {@link Stage#PLAN}. */
    record Planned(Plan plan) implements Result {}

    /** Of {@link Stage#WORK}, or of {@link Stage#FINISH}: the job's output. */
    record Value(JsonNode json) implements Result {}
}
