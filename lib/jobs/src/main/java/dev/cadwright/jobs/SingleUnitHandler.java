package dev.cadwright.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** Runs jobs that are not split: what their one unit returns is the job's output. */
public interface SingleUnitHandler extends JobHandler {
    @Override
    default Plan plan(JobContext job) {
        return Plan.single(NullNode.getInstance(), 1);
    }

    @Override
    default JsonNode finish(JobContext job, List<JsonNode> results) {
        return results.getFirst();
    }
}
