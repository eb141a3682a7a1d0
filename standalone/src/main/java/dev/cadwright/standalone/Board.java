package dev.cadwright.standalone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What the supervisor knows, kept equal to the state file: every change is written before it is acted on. */
final class Board {
    private final SuiteFiles files;
    private final Clock clock;
    private final Map<String, ProcessState> processes = new LinkedHashMap<>();
    private SuiteState suite;

    Board(SuiteFiles files, Clock clock, Plan plan, ProcessIdentity supervisor) {
        this.files = files;
        this.clock = clock;
        Instant now = clock.instant();
        for (ProcessPlan process : plan.processes()) {
            processes.put(
                    process.name(),
                    new ProcessState(
                            process.name(),
                            ProcessState.Phase.WAITING,
                            Optional.empty(),
                            process.port(),
                            now,
                            Optional.empty(),
                            Optional.empty(),
                            0,
                            SuiteFiles.fingerprint(process)));
        }
        suite = new SuiteState(
                supervisor, SuiteState.Phase.STARTING, now, Optional.empty(), Optional.empty(), List.of());
    }

    synchronized SuiteState.Phase phase() {
        return suite.phase();
    }

    synchronized void phase(SuiteState.Phase phase, Optional<String> problem) {
        suite = new SuiteState(
                suite.supervisor(), phase, suite.started(), suite.readySeconds(), problem, suite.processes());
        publish();
    }

    synchronized void waiting() {
        publish();
    }

    synchronized void started(String name, ProcessIdentity identity, Instant at) {
        started(name, identity, at, Optional.empty());
    }

    /** A process of an earlier supervisor, which had seen how long it took to become ready. */
    synchronized void adopted(ProcessState earlier) {
        Instant at = earlier.started().orElseGet(clock::instant);
        started(earlier.name(), earlier.identity().orElseThrow(), at, earlier.seconds());
    }

    private void started(String name, ProcessIdentity identity, Instant at, Optional<Double> seconds) {
        change(
                name,
                state -> new ProcessState(
                        name,
                        ProcessState.Phase.STARTING,
                        Optional.of(identity),
                        state.port(),
                        clock.instant(),
                        Optional.of(at),
                        seconds,
                        state.restarts(),
                        state.fingerprint()));
    }

    synchronized void ready(String name) {
        Instant now = clock.instant();
        change(
                name,
                state -> new ProcessState(
                        name,
                        ProcessState.Phase.READY,
                        state.identity(),
                        state.port(),
                        now,
                        state.started(),
                        state.seconds().or(() -> state.started().map(start -> seconds(start, now))),
                        state.restarts(),
                        state.fingerprint()));
        boolean all = processes.values().stream().allMatch(state -> state.phase() == ProcessState.Phase.READY);
        if (all && suite.phase() == SuiteState.Phase.STARTING) {
            suite = new SuiteState(
                    suite.supervisor(),
                    SuiteState.Phase.UP,
                    suite.started(),
                    Optional.of(seconds(suite.started(), now)),
                    Optional.empty(),
                    suite.processes());
            publish();
        }
    }

    synchronized void ended(String name, ProcessState.Phase phase) {
        change(
                name,
                state -> new ProcessState(
                        name,
                        phase,
                        Optional.empty(),
                        state.port(),
                        clock.instant(),
                        Optional.empty(),
                        Optional.empty(),
                        state.restarts() + (phase == ProcessState.Phase.RESTARTING ? 1 : 0),
                        state.fingerprint()));
    }

    /** Waits until all the named processes are ready at the same time. */
    synchronized void awaitReady(List<String> names) throws InterruptedException {
        while (!names.stream().allMatch(name -> processes.get(name).phase() == ProcessState.Phase.READY)) {
            wait();
        }
    }

    private void change(String name, UnaryOperator<ProcessState> change) {
        processes.compute(name, (key, state) -> change.apply(state));
        publish();
    }

    private void publish() {
        suite = new SuiteState(
                suite.supervisor(),
                suite.phase(),
                suite.started(),
                suite.readySeconds(),
                suite.problem(),
                List.copyOf(processes.values()));
        files.write(suite);
        notifyAll();
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
