package dev.cadwright.jobs.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Plays steps on a store and on the model of each job, and compares them after each step. */
final class Interleaving {
    static final int JOBS = 2;
    static final int MAX_ATTEMPTS = 3;
    private static final BackOff NO_DELAY = new BackOff(Duration.ZERO, Duration.ZERO, new Random(1));

    /** What may happen. */
    enum Action {
        RUN,
        RUN_AGAIN,
        RETRY,
        CANCEL,
        CLAIM,
        CLAIM_ALL,
        HEARTBEAT,
        LEASE_ENDS,
        SCAN,
        SUCCEED,
        FAIL_FOR_NOW,
        FAIL_FOR_GOOD,
        STOP,
        CHECKPOINT,
        PROGRESS,
        START,
        DEADLINE
    }

    /** @param choice picks among jobs, attempts, sizes */
    record Step(Action action, int choice) {}

    /** A store under test, with what a test needs to see and do beyond its interface. */
    interface Subject {
        WorkerStore store();

        void endLease(Attempt attempt);

        void passDeadline(UUID job);

        /** Seq of the job's last event; 0 without any. */
        long lastSeq(UUID job);

        /** Words of the events so far, without progress, once it is sure that their seqs have no gaps. */
        List<String> events(UUID job);

        /** State of the job, and of each unit as {@code stage index state attempt failures checkpoint}, in order. */
        List<String> state(UUID job);
    }

    private record Held(Attempt attempt, int job, int position) {}

    private final Subject subject;
    private final List<UUID> ids;
    private final List<WorkModel> models = new ArrayList<>();
    private final List<Held> attempts = new ArrayList<>();
    private int commandCount;

    Interleaving(Subject subject, List<UUID> ids) {
        this.subject = subject;
        this.ids = ids;
        ids.forEach(id -> models.add(new WorkModel(MAX_ATTEMPTS)));
    }

    void play(List<Step> steps) {
        for (Step step : steps) {
            act(step);
            for (int job = 0; job < ids.size(); job++) {
                compare(job, step);
            }
        }
        finish();
    }

    private void act(Step step) {
        int job = step.choice() % ids.size();
        WorkModel model = models.get(job);
        switch (step.action()) {
            case RUN, RUN_AGAIN -> run(job, Math.max(1, model.round));
            case RETRY -> {
                if (model.state.equals("FAILED") || model.state.equals("CANCELLED")) {
                    run(job, model.round + 1);
                }
            }
            case CANCEL -> cancel(job, Math.max(1, model.round - step.choice() / ids.size() % 2));
            case CLAIM -> claim(1);
            case CLAIM_ALL -> claim(10);
            case HEARTBEAT -> heartbeat();
            case SCAN -> scan();
            case DEADLINE -> {
                if (model.round > 0) {
                    subject.passDeadline(ids.get(job));
                    model.late = true;
                    subject.store().enforceDeadlines();
                    models.forEach(WorkModel::passDeadline);
                }
            }
            default -> {
                if (!attempts.isEmpty()) {
                    // The latest attempts are the interesting ones; older ones are zombies.
                    int back = Math.min(step.choice() % 7, attempts.size() - 1);
                    act(step, attempts.get(attempts.size() - 1 - back));
                }
            }
        }
    }

    private void act(Step step, Held held) {
        WorkerStore store = subject.store();
        WorkModel model = models.get(held.job());
        Attempt attempt = held.attempt();
        Optional<WorkModel.Part> owned = model.owned(held.position(), attempt.number());
        if (step.action() == Action.LEASE_ENDS) {
            subject.endLease(attempt);
            owned.ifPresent(part -> part.leaseIsOver = true);
            return;
        }
        if (step.action() != Action.CHECKPOINT && owned.isPresent()) {
            model.start();
        }
        int planned = step.choice() % 3;
        Settlement settlement =
                switch (step.action()) {
                    case SUCCEED -> {
                        owned.ifPresent(part -> model.succeed(part, planned));
                        yield store.succeeded(
                                attempt, result(model.parts.get(held.position()), planned), Optional.empty());
                    }
                    case FAIL_FOR_NOW -> {
                        owned.ifPresent(part -> model.fail(part, true));
                        yield store.failed(attempt, JobError.temporary("later", ""), Duration.ZERO);
                    }
                    case FAIL_FOR_GOOD -> {
                        owned.ifPresent(part -> model.fail(part, false));
                        yield store.failed(attempt, JobError.permanent("never", ""), Duration.ZERO);
                    }
                    case STOP -> {
                        owned.ifPresent(model::stop);
                        yield store.stopped(attempt);
                    }
                    case CHECKPOINT -> {
                        owned.ifPresent(part -> part.checkpoint = Integer.toString(step.choice()));
                        yield store.saveCheckpoint(attempt, IntNode.valueOf(step.choice()));
                    }
                    case PROGRESS -> store.progress(attempt, Progress.of(step.choice() % 5, 5), Duration.ofHours(1));
                    case START -> store.started(attempt);
                    default -> throw new AssertionError(step);
                };
        assertThat(settlement).as("%s", step).isEqualTo(owned.isPresent() ? Settlement.RECORDED : Settlement.LOST);
    }

    private static Result result(WorkModel.Part part, int planned) {
        return part.stage.equals("PLAN")
                ? new Result.Planned(
                        new Plan(Collections.nCopies(planned, new Plan.PlannedUnit(NullNode.getInstance(), 1))))
                : new Result.Value(IntNode.valueOf(part.index));
    }

    private void run(int job, int round) {
        long nextSeq = subject.lastSeq(ids.get(job)) + 1;
        models.get(job).run(round);
        subject.store()
                .accept(
                        commandId(),
                        new JobCommand.Run(
                                ids.get(job),
                                "test.run",
                                "acme",
                                round,
                                nextSeq,
                                0,
                                Optional.empty(),
                                MAX_ATTEMPTS,
                                NullNode.getInstance(),
                                Optional.empty()));
    }

    private void cancel(int job, int round) {
        long nextSeq = subject.lastSeq(ids.get(job)) + 1;
        models.get(job).cancel(round);
        subject.store()
                .accept(
                        commandId(),
                        new JobCommand.Cancel(ids.get(job), "test.run", "acme", round, nextSeq, "x", Optional.empty()));
    }

    private String commandId() {
        return "command-" + ids.getFirst() + "-" + commandCount++;
    }

    private void claim(int limit) {
        List<String> expected = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        for (int job = 0; job < ids.size(); job++) {
            List<WorkModel.Part> parts = models.get(job).parts;
            for (int position = 0; position < parts.size() && expected.size() < limit; position++) {
                WorkModel.Part part = parts.get(position);
                if (part.state.equals("READY")) {
                    models.get(job).claim(part);
                    expected.add(job + " " + part.stage + part.index + " " + part.attempt);
                    held.add(new Held(null, job, position));
                }
            }
        }
        List<Claim> claims = subject.store().claim("me", limit, Duration.ofHours(1));
        assertThat(claims.stream()
                        .map(c -> ids.indexOf(c.attempt().job()) + " " + c.stage() + c.index() + " "
                                + c.attempt().number()))
                .as("claimed")
                .containsExactlyInAnyOrderElementsOf(expected);
        for (Claim claim : claims) {
            int at = expected.indexOf(ids.indexOf(claim.attempt().job()) + " " + claim.stage() + claim.index() + " "
                    + claim.attempt().number());
            attempts.add(
                    new Held(claim.attempt(), held.get(at).job(), held.get(at).position()));
        }
    }

    private void heartbeat() {
        Map<Attempt, Beat> beats =
                subject.store().heartbeat(attempts.stream().map(Held::attempt).toList(), Duration.ofHours(1));
        for (Held held : attempts) {
            WorkModel model = models.get(held.job());
            boolean owned =
                    model.owned(held.position(), held.attempt().number()).isPresent();
            Beat alive = model.cancelling || model.state.equals("CANCELLED")
                    ? Beat.CANCELLED
                    : model.isOver() ? Beat.ENDED : Beat.ALIVE;
            assertThat(beats.get(held.attempt())).isEqualTo(owned ? alive : Beat.LOST);
        }
    }

    private void scan() {
        subject.store().expireLeases(NO_DELAY);
        for (Held held : attempts) {
            WorkModel model = models.get(held.job());
            WorkModel.Part part = model.parts.get(held.position());
            if (part.state.equals("RUNNING")
                    && part.leaseIsOver
                    && part.attempt == held.attempt().number()) {
                model.start();
                model.fail(part, true);
            }
        }
    }

    private void compare(int job, Step step) {
        WorkModel model = models.get(job);
        if (model.round == 0) {
            return;
        }
        List<String> expected = new ArrayList<>(List.of(model.state));
        model.parts.forEach(part -> expected.add(String.join(
                " ",
                part.stage,
                Integer.toString(part.index),
                part.state,
                Integer.toString(part.attempt),
                Integer.toString(part.failures),
                part.checkpoint)));
        assertThat(subject.state(ids.get(job))).as("job %d after %s", job, step).isEqualTo(expected);
        assertThat(subject.events(ids.get(job)))
                .as("events of job %d after %s", job, step)
                .isEqualTo(model.events);
    }

    /** Whatever happened, healthy workers bring every job to its end. */
    private void finish() {
        for (int turn = 0; turn < 100 && models.stream().anyMatch(m -> m.round > 0 && !m.isOver()); turn++) {
            claim(10);
            for (Held held : List.copyOf(attempts)) {
                WorkModel model = models.get(held.job());
                if (model.owned(held.position(), held.attempt().number()).isPresent()) {
                    act(new Step(Action.SUCCEED, 1), held);
                }
            }
            scan();
        }
        for (int job = 0; job < ids.size(); job++) {
            compare(job, new Step(Action.SUCCEED, 1));
            assertThat(models.get(job).round == 0 || models.get(job).isOver()).isTrue();
        }
    }
}
