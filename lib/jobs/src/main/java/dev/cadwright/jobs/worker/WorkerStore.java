package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.Progress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The durable state of a service's jobs. Each method is one transaction; those that take an {@link Attempt} write
 * nothing unless it owns its unit at that moment, by the clock of the store. All block, and throw
 * {@link dev.cadwright.jobs.sql.DatabaseException} when the store cannot be reached.
 */
public interface WorkerStore {
    /**
     * Takes a command in; safe to repeat.
     *
     * @param commandId {@code ce_id} of the CloudEvent
     * @return whether it changed anything
     */
    boolean accept(String commandId, JobCommand command);

    /** Claims units for {@code lease}: by priority, then the oldest job first. */
    List<Claim> claim(String owner, int limit, Duration lease);

    /** Extends the leases of all attempts that still own their units. */
    Map<Attempt, Beat> heartbeat(Collection<Attempt> attempts, Duration lease);

    /** Tells that the job has started, unless that is told already. */
    Settlement started(Attempt attempt);

    /** @param minimum shortest time between two events that tell of progress */
    Settlement progress(Attempt attempt, Progress progress, Duration minimum);

    Settlement saveCheckpoint(Attempt attempt, JsonNode checkpoint);

    /** @param progress the last one reported, if it is not written yet */
    Settlement succeeded(Attempt attempt, Result result, Optional<Progress> progress);

    /** @param backOff before the next attempt, if one is made */
    Settlement failed(Attempt attempt, JobError error, Duration backOff);

    /**
     * The attempt ended before its work was done, because it was told to. It does not count as failed; where the job
     * goes on, the unit may be claimed at once.
     */
    Settlement stopped(Attempt attempt);

    /** Results of the planned units, in the order of the plan. */
    List<JsonNode> results(UUID job);

    /** Counts attempts whose lease has run out as failed; returns how many. */
    int expireLeases(BackOff backOff);

    /** Ends jobs whose deadline has passed; returns how many. */
    int enforceDeadlines();

    /** Forgets what is kept for a time only. */
    void maintain();

    /** What is there to do. */
    Backlog backlog();

    /**
     * @param claimable units that are ready and not backing off
     * @param running units that are being run, by all replicas
     */
    record Backlog(long claimable, long running) {}

    /** Kinds of jobs that this service runs. */
    Set<String> kinds();
}
