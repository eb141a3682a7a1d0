package dev.cadwright.standalone;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the suite stands at this moment, asked from the processes themselves.
 *
 * @param state {@code up}, {@code starting}, {@code stopping}, {@code stopped}, {@code failed}, or {@code unsupervised}:
 *     the supervisor was killed
 * @param readySeconds how long the last start took
 * @param residentBytes of all processes; pages that they share count once
 */
public record SuiteReport(
        String state, Optional<Double> readySeconds, long residentBytes, List<ProcessReport> processes) {

    /** Warm, on two cores, from the start of the supervisor until all are ready. */
    public static final double READY_SECONDS_GOAL = 20;

    /** Of all processes together, idle. */
    public static final long RESIDENT_BYTES_GOAL = 1_800_000_000L;

    /**
     * One process.
     *
     * @param state {@code ready}, {@code unready} (runs, but does not answer as it should), {@code waiting},
     *     {@code starting}, {@code restarting}, {@code stopped}, or {@code dead}: it ended and nobody has noted it
     */
    public record ProcessReport(
            String name,
            String state,
            Optional<Integer> port,
            Optional<Long> pid,
            Optional<Duration> uptime,
            Optional<Double> readySeconds,
            long residentBytes,
            int restarts) {}

    static SuiteReport of(SuiteFiles files, InstantSource clock) {
        Optional<SuiteState> noted = files.state();
        if (noted.isEmpty()) {
            return new SuiteReport("stopped", Optional.empty(), 0, List.of());
        }
        SuiteState state = noted.get();
        Map<String, ProcessPlan> plans = files.plan().map(Plan::processes).orElse(List.of()).stream()
                .collect(Collectors.toMap(ProcessPlan::name, Function.identity()));
        Instant now = clock.instant();
        List<ProcessReport> processes = new ArrayList<>();
        state.supervisor().handle().ifPresent(handle -> processes.add(supervisor(handle, state.started(), now)));
        for (ProcessState process : state.processes()) {
            processes.add(process(process, Optional.ofNullable(plans.get(process.name())), now));
        }
        long resident =
                processes.stream().mapToLong(ProcessReport::residentBytes).sum();
        return new SuiteReport(word(state), state.readySeconds(), resident, List.copyOf(processes));
    }

    private static String word(SuiteState state) {
        boolean alive = state.processes().stream().anyMatch(ProcessState::isAlive);
        if (state.isSupervised() || state.phase() == SuiteState.Phase.FAILED) {
            return state.phase().name().toLowerCase(Locale.ROOT);
        }
        return alive ? "unsupervised" : "stopped";
    }

    private static ProcessReport supervisor(ProcessHandle handle, Instant started, Instant now) {
        return new ProcessReport(
                "supervisor",
                "ready",
                Optional.empty(),
                Optional.of(handle.pid()),
                Optional.of(Duration.between(started, now)),
                Optional.empty(),
                Memory.resident(handle.pid()),
                0);
    }

    private static ProcessReport process(ProcessState process, Optional<ProcessPlan> plan, Instant now) {
        Optional<ProcessHandle> handle = process.identity().flatMap(ProcessIdentity::handle);
        return new ProcessReport(
                process.name(),
                word(process, plan),
                Optional.of(process.port()),
                handle.map(ProcessHandle::pid),
                handle.flatMap(alive -> process.started()).map(started -> Duration.between(started, now)),
                process.seconds(),
                handle.map(Memory::residentWithDescendants).orElse(0L),
                process.restarts());
    }

    private static String word(ProcessState process, Optional<ProcessPlan> plan) {
        return switch (process.phase()) {
            case READY -> {
                if (!process.isAlive()) {
                    yield "dead";
                }
                boolean answers = plan.map(known -> known.probe().isReady()).orElse(false);
                yield answers ? "ready" : "unready";
            }
            case WAITING, STARTING, RESTARTING, STOPPED ->
                process.phase().name().toLowerCase(Locale.ROOT);
        };
    }
}
