package dev.cadwright.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Runs all jobs of one kind. A job goes through three stages; every call is one attempt at one claimed unit, may run
 * on any replica, and may be repeated after a failure or a crash, so it must have the same effect when run twice:
 * artifacts are named by their content, and everything else leaves only by the returned value.
 *
 * <ol>
 *   <li>{@link #plan} splits the job,
 *   <li>{@link #work} runs for each planned unit, several at a time on all replicas,
 *   <li>{@link #finish} joins the results into the job's output.
 * </ol>
 *
 * Failures are thrown as {@link JobException} with a classification; anything else that is thrown counts as transient.
 * A handler looks at {@link JobContext#cancellation()} at least every second, and registers how to end whatever it
 * started outside of this JVM with {@link Cancellation#onKill}.
 */
public interface JobHandler {
    /** The kind it runs, as {@code render.views}. */
    String kind();

    /** Splits the job. Runs as a unit of its own, so reading a large manifest here is fine. */
    Plan plan(JobContext job) throws Exception;

    /** Runs one unit and returns its small result; large data are stored as artifacts and named here. */
    JsonNode work(UnitContext unit) throws Exception;

    /**
     * Joins the units' results.
     *
     * @param results one for each planned unit, in the order of the plan
     * @return the job's output, small; a job after this one may refer to it
     */
    JsonNode finish(JobContext job, List<JsonNode> results) throws Exception;
}
