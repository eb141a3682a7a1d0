package dev.cadwright.jobs.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobCommand;
import dev.cadwright.contracts.JobError;
import dev.cadwright.contracts.JobState;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** {@link WorkerStore} in memory, with leases that end when a test says so. Decides by {@link WorkMachine} as well. */
final class MemoryWorkerStore implements WorkerStore {
    static final class Unit {
        final long id;
        final UUID job;
        final JsonNode input;
        UnitStatus status;
        boolean expired;
        JsonNode result = NullNode.getInstance();
        Optional<JsonNode> checkpoint = Optional.empty();

        Unit(long id, UUID job, Stage stage, int index, JsonNode input) {
            this.id = id;
            this.job = job;
            this.input = input;
            this.status = new UnitStatus(stage, index, UnitState.READY, 0, 0);
        }
    }

    final Set<String> kinds;
    final Map<UUID, WorkStatus> work = new HashMap<>();
    final Map<UUID, JobCommand> commands = new HashMap<>();
    final Map<UUID, List<JobChange>> changes = new HashMap<>();
    final List<Unit> units = new ArrayList<>();
    final Set<String> inbox = new HashSet<>();
    final Set<UUID> late = new HashSet<>();

    MemoryWorkerStore(Set<String> kinds) {
        this.kinds = kinds;
    }

    @Override
    public synchronized boolean accept(String commandId, JobCommand command) {
        if (!inbox.add(commandId)) {
            return false;
        }
        UUID job = command.jobId();
        Optional<WorkStatus> known = Optional.ofNullable(work.get(job));
        Optional<Decision> decision =
                switch (command) {
                    case JobCommand.Run run -> WorkMachine.run(known, run, kinds.contains(run.kind()));
                    case JobCommand.Cancel cancel -> WorkMachine.cancel(known, cancel, othersRun(job, -1));
                };
        decision.ifPresent(d -> {
            if (command instanceof JobCommand.Run || known.isEmpty()) {
                commands.put(job, command);
            }
            changes.computeIfAbsent(job, id -> new ArrayList<>());
            boolean isNewRound =
                    known.isEmpty() || known.get().round() != d.work().round();
            write(job, d, isNewRound ? d.work().seq() : known.get().seq(), new Plan(List.of()));
        });
        return decision.isPresent();
    }

    private void write(UUID job, Decision decision, long seq, Plan plan) {
        switch (decision.followUp()) {
            case Decision.FollowUp.Nothing n -> {}
            case Decision.FollowUp.BackOff b -> {}
            case Decision.FollowUp.AddPlan a -> add(job, Stage.PLAN, 0, NullNode.getInstance());
            case Decision.FollowUp.AddWork a -> {
                for (int i = 0; i < plan.units().size(); i++) {
                    add(job, Stage.WORK, i, plan.units().get(i).input());
                }
            }
            case Decision.FollowUp.AddFinish a -> add(job, Stage.FINISH, 0, NullNode.getInstance());
            case Decision.FollowUp.CancelReady c ->
                of(job).forEach(unit -> {
                    if (unit.status.state() == UnitState.READY) {
                        unit.status = unit.status.in(UnitState.CANCELLED);
                    }
                });
            case Decision.FollowUp.ResetUnfinished r -> reset(job);
        }
        changes.get(job).addAll(decision.changes());
        WorkStatus next = decision.work();
        work.put(
                job,
                new WorkStatus(
                        next.state(),
                        next.round(),
                        seq + decision.changes().size(),
                        next.maxAttempts(),
                        next.cancelReason()));
    }

    private void reset(UUID job) {
        if (of(job).isEmpty()) {
            add(job, Stage.PLAN, 0, NullNode.getInstance());
        }
        of(job).forEach(unit -> {
            UnitStatus s = unit.status;
            if (s.state() != UnitState.SUCCEEDED) {
                unit.status = new UnitStatus(s.stage(), s.index(), UnitState.READY, s.attempt(), 0);
            }
        });
    }

    private void add(UUID job, Stage stage, int index, JsonNode input) {
        units.add(new Unit(units.size(), job, stage, index, input));
    }

    private List<Unit> of(UUID job) {
        return units.stream().filter(unit -> unit.job.equals(job)).toList();
    }

    private boolean othersRun(UUID job, long except) {
        return of(job).stream().anyMatch(unit -> unit.id != except && unit.status.state() == UnitState.RUNNING);
    }

    @Override
    public synchronized List<Claim> claim(String owner, int limit, Duration lease) {
        Comparator<Unit> byJob = Comparator.comparing(unit -> unit.job);
        return units.stream()
                .filter(unit -> unit.status.state() == UnitState.READY)
                .sorted(byJob.thenComparing(unit -> unit.id))
                .limit(limit)
                .map(this::claim)
                .toList();
    }

    private Claim claim(Unit unit) {
        UnitStatus s = unit.status;
        unit.status = new UnitStatus(s.stage(), s.index(), UnitState.RUNNING, s.attempt() + 1, s.failures());
        unit.expired = false;
        JobCommand.Run run = (JobCommand.Run) commands.get(unit.job);
        return new Claim(
                new Attempt(unit.id, unit.job, unit.status.attempt()),
                run.kind(),
                run.tenant(),
                s.stage(),
                s.index(),
                s.failures(),
                work.get(unit.job).state() != JobState.QUEUED,
                run.input(),
                unit.input,
                1,
                unit.checkpoint,
                run.deadline(),
                run.traceId());
    }

    private Optional<Unit> owned(Attempt attempt) {
        return held(attempt).filter(unit -> !unit.expired);
    }

    private Optional<Unit> held(Attempt attempt) {
        Unit unit = units.get((int) attempt.unit());
        return unit.status.attempt() == attempt.number() && unit.status.state() == UnitState.RUNNING
                ? Optional.of(unit)
                : Optional.empty();
    }

    @Override
    public synchronized Map<Attempt, Beat> heartbeat(Collection<Attempt> attempts, Duration lease) {
        Map<Attempt, Beat> beats = new HashMap<>();
        for (Attempt attempt : attempts) {
            WorkStatus status = work.get(attempt.job());
            Beat beat = status.cancelReason().isPresent() ? Beat.CANCELLED : status.isFinal() ? Beat.ENDED : Beat.ALIVE;
            beats.put(attempt, owned(attempt).isPresent() ? beat : Beat.LOST);
        }
        return beats;
    }

    private Settlement settle(Attempt attempt, Plan plan, Function<Unit, Decision> change) {
        Optional<Unit> unit = owned(attempt);
        unit.ifPresent(u -> {
            start(attempt.job());
            apply(u, plan, change.apply(u));
        });
        return unit.isPresent() ? Settlement.RECORDED : Settlement.LOST;
    }

    private void start(UUID job) {
        WorkMachine.started(work.get(job))
                .ifPresent(d -> write(job, d, work.get(job).seq(), new Plan(List.of())));
    }

    private void apply(Unit unit, Plan plan, Decision decision) {
        unit.status = decision.unit().orElse(unit.status);
        write(unit.job, decision, work.get(unit.job).seq(), plan);
    }

    @Override
    public synchronized Settlement started(Attempt attempt) {
        owned(attempt).ifPresent(unit -> start(attempt.job()));
        return owned(attempt).isPresent() ? Settlement.RECORDED : Settlement.LOST;
    }

    @Override
    public synchronized Settlement progress(Attempt attempt, Progress progress, Duration minimum) {
        return started(attempt);
    }

    @Override
    public synchronized Settlement saveCheckpoint(Attempt attempt, JsonNode checkpoint) {
        owned(attempt).ifPresent(unit -> unit.checkpoint = Optional.of(checkpoint));
        return owned(attempt).isPresent() ? Settlement.RECORDED : Settlement.LOST;
    }

    @Override
    public synchronized Settlement succeeded(Attempt attempt, Result result, Optional<Progress> progress) {
        Plan plan = result instanceof Result.Planned planned ? planned.plan() : new Plan(List.of());
        JsonNode value = result instanceof Result.Value v ? v.json() : NullNode.getInstance();
        return settle(attempt, plan, unit -> {
            boolean othersUnfinished = of(unit.job).stream()
                    .anyMatch(u ->
                            u != unit && u.status.stage() == Stage.WORK && u.status.state() != UnitState.SUCCEEDED);
            boolean isMoreToDo =
                    unit.status.stage() == Stage.PLAN ? !plan.units().isEmpty() : othersUnfinished;
            unit.result = value;
            return WorkMachine.succeeded(
                    work.get(unit.job), unit.status, isMoreToDo, othersRun(unit.job, unit.id), value);
        });
    }

    @Override
    public synchronized Settlement failed(Attempt attempt, JobError error, Duration backOff) {
        return settle(attempt, new Plan(List.of()), unit -> fail(unit, error, backOff));
    }

    private Decision fail(Unit unit, JobError error, Duration backOff) {
        return WorkMachine.failed(
                work.get(unit.job), unit.status, error, backOff, Instant.EPOCH, othersRun(unit.job, unit.id));
    }

    @Override
    public synchronized Settlement stopped(Attempt attempt) {
        return settle(
                attempt,
                new Plan(List.of()),
                unit -> WorkMachine.stopped(work.get(unit.job), unit.status, othersRun(unit.job, unit.id)));
    }

    @Override
    public synchronized List<JsonNode> results(UUID job) {
        return of(job).stream()
                .filter(unit -> unit.status.stage() == Stage.WORK)
                .map(unit -> unit.result)
                .toList();
    }

    @Override
    public synchronized int expireLeases(BackOff backOff) {
        int count = 0;
        for (Unit unit : List.copyOf(units)) {
            if (unit.expired && unit.status.state() == UnitState.RUNNING) {
                start(unit.job);
                apply(unit, new Plan(List.of()), fail(unit, JobError.temporary("lease_expired", ""), Duration.ZERO));
                count++;
            }
        }
        return count;
    }

    @Override
    public synchronized int enforceDeadlines() {
        int count = 0;
        for (UUID job : late) {
            Optional<Decision> decision = WorkMachine.deadlinePassed(work.get(job));
            decision.ifPresent(d -> write(job, d, work.get(job).seq(), new Plan(List.of())));
            count += decision.isPresent() ? 1 : 0;
        }
        return count;
    }

    @Override
    public void maintain() {
        // Nothing is kept for a time only.
    }

    @Override
    public synchronized Backlog backlog() {
        long ready =
                units.stream().filter(u -> u.status.state() == UnitState.READY).count();
        long running = units.stream()
                .filter(u -> u.status.state() == UnitState.RUNNING)
                .count();
        return new Backlog(ready, running);
    }

    @Override
    public Set<String> kinds() {
        return kinds;
    }
}
