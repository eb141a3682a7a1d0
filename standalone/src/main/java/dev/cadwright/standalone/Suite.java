package dev.cadwright.standalone;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Starts and stops the suite of one home folder, from any process. */
public final class Suite {
    private static final Duration UP_LIMIT = Duration.ofMinutes(5);
    private static final Duration DOWN_LIMIT = Duration.ofMinutes(8);
    private static final Duration BEGIN_LIMIT = Duration.ofSeconds(20);
    private static final int STARTS_IN_VAIN = 3;

    private final SuiteFiles files;

    public Suite(SuiteFiles files) {
        this.files = files;
    }

    /** The plan of the real suite, with the folders of its servers laid out. */
    public static Plan plan(SuiteSettings settings) {
        return new SuitePlan(settings, StartCaches.of(settings, false)).prepare();
    }

    /**
     * Starts the suite in the background, unless it runs, and waits until every process has been ready.
     *
     * @param progress told of the state each time it has changed
     * @throws SuiteException when it cannot run; what could be started stays, for a look at the logs
     */
    public SuiteState up(Plan plan, Consumer<SuiteState> progress) {
        Optional<SuiteState> running = files.state().filter(SuiteState::isSupervised);
        if (running.isEmpty()) {
            files.write(plan);
            return awaitUp(launchSupervisor(), progress);
        }
        if (!files.plan().equals(Optional.of(plan))) {
            throw new SuiteException(
                    "The suite is running, but by another build or other settings. Stop it first: ./cadwright down");
        }
        return awaitUp(running.get().supervisor(), progress);
    }

    /** How the suite stands at this moment. */
    public SuiteReport report() {
        return SuiteReport.of(files, InstantSource.system());
    }

    /** Stops every process in order and waits until none is left; does nothing when none runs. */
    public void down(Consumer<SuiteState> progress) {
        Optional<SuiteState> state = files.state();
        state.map(SuiteState::supervisor).flatMap(ProcessIdentity::handle).ifPresent(supervisor -> {
            supervisor.destroy();
            awaitDown(supervisor, progress);
        });
        stopOrphans(state);
        Strays.kill(files, Set.of());
    }

    private void awaitDown(ProcessHandle supervisor, Consumer<SuiteState> progress) {
        long deadline = System.nanoTime() + DOWN_LIMIT.toNanos();
        while (!Signals.awaitEnd(supervisor, Duration.ofMillis(100))) {
            files.state().ifPresent(progress);
            if (System.nanoTime() > deadline) {
                Signals.kill(supervisor);
            }
        }
        files.state().ifPresent(progress);
    }

    /** What a killed supervisor has left: services first, for they still write to the servers. */
    private void stopOrphans(Optional<SuiteState> state) {
        List<ProcessPlan> plans =
                new ArrayList<>(files.plan().map(Plan::processes).orElse(List.of()));
        for (ProcessPlan plan : plans.reversed()) {
            state.stream()
                    .flatMap(known -> known.processes().stream())
                    .filter(process -> process.name().equals(plan.name()))
                    .flatMap(process -> process.identity().stream())
                    .flatMap(identity -> identity.handle().stream())
                    .forEach(handle -> Signals.stop(handle, plan.stopSignal(), Duration.ofSeconds(plan.stopSeconds())));
        }
    }

    private ProcessIdentity launchSupervisor() {
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n",
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName(),
                files.home().toString()));
        try {
            Files.createDirectories(files.logs());
            Files.createDirectories(files.lock().getParent());
            Process process = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            files.log("supervisor").toFile()))
                    .start();
            return awaitBegin(process);
        } catch (IOException e) {
            throw new SuiteException("The supervisor cannot be started: " + e.getMessage(), e);
        }
    }

    /** Waits until a supervisor has noted its first state: the one just started, or one that was faster. */
    private ProcessIdentity awaitBegin(Process started) {
        long deadline = System.nanoTime() + BEGIN_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            boolean ended = Signals.awaitEnd(started.toHandle(), Duration.ofMillis(20));
            Optional<SuiteState> state = files.state();
            if (state.filter(SuiteState::isSupervised).isPresent()) {
                return state.get().supervisor();
            }
            state.filter(known -> known.supervisor().pid() == started.pid())
                    .flatMap(SuiteState::problem)
                    .ifPresent(problem -> {
                        throw new SuiteException(problem);
                    });
            if (ended) {
                break;
            }
        }
        throw new SuiteException("The supervisor did not start (%s); see %s"
                .formatted(LogFile.lastLine(files.log("supervisor")), files.log("supervisor")));
    }

    private SuiteState awaitUp(ProcessIdentity supervisor, Consumer<SuiteState> progress) {
        long deadline = System.nanoTime() + UP_LIMIT.toNanos();
        Set<SuiteState> told = new HashSet<>();
        while (true) {
            SuiteState state = files.state().orElseThrow();
            if (told.add(state)) {
                progress.accept(state);
            }
            state.problem().ifPresent(problem -> {
                throw new SuiteException(problem);
            });
            if (state.phase() == SuiteState.Phase.UP) {
                return state;
            }
            refuseVainStarts(state);
            boolean ended = supervisor
                    .handle()
                    .map(handle -> Signals.awaitEnd(handle, Duration.ofMillis(50)))
                    .orElse(true);
            if (ended || System.nanoTime() > deadline) {
                throw new SuiteException("The suite did not come up; see " + files.log("supervisor"));
            }
        }
    }

    private void refuseVainStarts(SuiteState state) {
        for (ProcessState process : state.processes()) {
            if (process.restarts() >= STARTS_IN_VAIN && process.phase() != ProcessState.Phase.READY) {
                throw new SuiteException("%s ends each time it is started; see %s (./cadwright logs %s)."
                        .formatted(process.name(), files.log(process.name()), process.name()));
            }
        }
    }
}
