package dev.cadwright.jobs.quarkus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Returns its input; waits as long as the input says, or until it is told to stop. */
@ApplicationScoped
class EchoHandler implements JobHandler {
    @Override
    public String kind() {
        return "test.echo";
    }

    @Override
    public Plan plan(JobContext job) {
        return Plan.single(job.input(), 1);
    }

    @Override
    public JsonNode work(UnitContext unit) throws Exception {
        for (int i = 0; i < unit.unitInput().path("seconds").asInt() * 20; i++) {
            unit.cancellation().throwIfRequested();
            Thread.sleep(50);
        }
        unit.progress(Progress.of(1, 1, "echoed"));
        return unit.unitInput();
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) {
        return results.getFirst();
    }
}
