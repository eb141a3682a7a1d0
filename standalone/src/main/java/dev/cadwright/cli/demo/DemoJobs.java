package dev.cadwright.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.gateway.Gateway;
import dev.cadwright.cli.gateway.JobEvents;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.Interrupts;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.Job;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.JobState;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Runs jobs of the demonstration one after the other, each with a progress bar, and picks up those of earlier runs. */
final class DemoJobs implements AutoCloseable {
    private final Gateway gateway;
    private final Gateway hurried;
    private final Terminal terminal;
    private final DemoState state;
    private final AtomicReference<String> running = new AtomicReference<>();
    private final Interrupts interrupts = Interrupts.then(this::cancelRunning);

    DemoJobs(Gateway gateway, Terminal terminal, DemoState state) {
        this.gateway = gateway;
        this.hurried = gateway.patient(Duration.ZERO);
        this.terminal = terminal;
        this.state = state;
    }

    /**
     * Brings one job to its success.
     *
     * @param step names the job among runs with the same settings
     * @param submit posts it and returns its id; asked only if no earlier run did
     * @return the job, succeeded
     * @throws CommandFailure if it fails
     */
    Job run(String step, String label, Supplier<String> submit) throws IOException, InterruptedException {
        Optional<Job> earlier = state.find(step).flatMap(this::find);
        if (earlier.isPresent() && earlier.get().state() == JobState.SUCCEEDED) {
            terminal.err().println(label + ": done by an earlier run");
            return earlier.get();
        }
        String id = earlier.isPresent() ? again(earlier.get()) : submit.get();
        state.put(step, id);
        running.set(id);
        try (ProgressBar bar = new ProgressBar(terminal, label)) {
            bar.update(0, 0, "waiting for a free slot");
            new JobEvents(gateway, id, lastSeqOfEarlierRounds(earlier)).follow(event -> show(bar, event));
        } finally {
            running.set(null);
        }
        Job job = read(id);
        if (job.state() != JobState.SUCCEEDED) {
            String why = job.error()
                    .map(error -> error.code() + ": " + error.message())
                    .orElse("it was cancelled");
            throw CommandFailure.partial(
                    "%s did not succeed (%s). See: ./cadwright jobs show %s".formatted(label, why, job.id()));
        }
        return job;
    }

    @Override
    public void close() {
        interrupts.close();
    }

    /** A job of an earlier run goes on: it may still run, or it is started again and keeps what it had done. */
    private String again(Job job) {
        if (job.state() == JobState.CANCELLED || job.state() == JobState.FAILED) {
            gateway.post("v1/jobs/" + job.id() + "/retry", ContractJson.mapper().createObjectNode());
        }
        return job.id().toString();
    }

    /** The end of an earlier round is not the end of this one. */
    private static long lastSeqOfEarlierRounds(Optional<Job> earlier) {
        return earlier.filter(job -> job.state() == JobState.CANCELLED || job.state() == JobState.FAILED)
                .map(Job::seq)
                .orElse(0L);
    }

    private void show(ProgressBar bar, JobEvent event) {
        switch (event.change()) {
            case JobChange.Progressed progressed ->
                bar.update(
                        progressed.progress().done(),
                        progressed.progress().total(),
                        progressed.progress().message());
            case JobChange.Retrying retrying ->
                terminal.err()
                        .printf(
                                "%nAttempt %d failed and is repeated: %s%n",
                                retrying.attempt(), firstLine(retrying.error().message()));
            case JobChange.Waiting w -> {}
            case JobChange.Queued q -> {}
            case JobChange.Started s -> {}
            case JobChange.Cancelling c -> {}
            case JobChange.Succeeded s -> {}
            case JobChange.Failed f -> {}
            case JobChange.Cancelled c -> {}
        }
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }

    private Optional<Job> find(String id) {
        try {
            return Optional.of(read(id));
        } catch (CommandFailure e) {
            // The suite's data were deleted since: the step begins anew.
            return Optional.empty();
        }
    }

    private Job read(String id) {
        JsonNode json = gateway.get("v1/jobs/" + id);
        try {
            return ContractJson.mapper().treeToValue(json, Job.class);
        } catch (IOException e) {
            throw CommandFailure.unavailable("The gateway's answer is not a job: " + e.getMessage());
        }
    }

    private void cancelRunning() {
        String id = running.get();
        terminal.err().println();
        terminal.err().println("Cancelling; run ./cadwright demo again to go on from here.");
        if (id != null) {
            try {
                hurried.post("v1/jobs/" + id + "/cancel", ContractJson.mapper().createObjectNode());
            } catch (CommandFailure e) {
                terminal.err().println("Its job could not be cancelled and goes on. " + e.getMessage());
            }
        }
    }
}
