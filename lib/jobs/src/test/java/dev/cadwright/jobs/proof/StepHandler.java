package dev.cadwright.jobs.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.artifacts.ArtifactReference;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.Cancellation;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Does nothing useful in steps, as its input says: {@code units}, {@code steps} of {@code millis} each; {@code stubborn}
 * ignores cancellation in a process of its own; {@code fails} classifies a failure; {@code signed} puts the attempt
 * into the artifact.
 */
final class StepHandler implements JobHandler {
    static final String KIND = "render.steps";

    private final ArtifactStore artifacts;
    private final Consumer<String> log;

    StepHandler(ArtifactStore artifacts, Consumer<String> log) {
        this.artifacts = artifacts;
        this.log = log;
    }

    static ObjectNode input(int units, int steps, int millis) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("units", units)
                .put("steps", steps)
                .put("millis", millis);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Plan plan(JobContext job) {
        List<Plan.PlannedUnit> units = new ArrayList<>();
        for (int i = 0; i < job.input().path("units").asInt(); i++) {
            units.add(new Plan.PlannedUnit(
                    IntNode.valueOf(i), Math.max(1, job.input().path("steps").asInt())));
        }
        return new Plan(units);
    }

    @Override
    public JsonNode work(UnitContext unit) throws Exception {
        JsonNode input = unit.input();
        log.accept("WORK " + unit.jobId() + " " + unit.index() + " " + unit.attempt());
        if (input.path("stubborn").asBoolean()) {
            runStubbornProcess(unit);
        }
        int steps = input.path("steps").asInt();
        for (int step = unit.checkpoint().map(JsonNode::asInt).orElse(0); step < steps; step++) {
            Thread.sleep(input.path("millis").asInt());
            if (!input.path("deaf").asBoolean()) {
                unit.cancellation().throwIfRequested();
            }
            if (input.path("saves").asBoolean()) {
                unit.saveCheckpoint(IntNode.valueOf(step + 1));
            }
            unit.progress(Progress.of(step + 1, steps));
        }
        if (input.has("fails")) {
            throw input.path("fails").asText().equals("for now")
                    ? JobException.temporary("stumbled", "it may work next time")
                    : JobException.permanent("impossible", "it never works");
        }
        return store(unit, input.path("signed").asBoolean());
    }

    private JsonNode store(UnitContext unit, boolean signed) {
        String content = "unit " + unit.index() + (signed ? " attempt " + unit.attempt() : "");
        ArtifactReference stored = unit.guarded(artifacts).put(content.getBytes(StandardCharsets.UTF_8), "text/plain");
        return JsonNodeFactory.instance.textNode(stored.sha256());
    }

    private void runStubbornProcess(UnitContext unit) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "600").start();
        log.accept("CHILD " + process.pid());
        try (Cancellation.Registration unused = unit.cancellation().onKill(process::destroyForcibly)) {
            process.waitFor();
        }
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        results.forEach(all::add);
        return JsonNodeFactory.instance.objectNode().set("results", all);
    }
}
