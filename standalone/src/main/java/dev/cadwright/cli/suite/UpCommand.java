package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Interrupts;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.standalone.Plan;
import dev.cadwright.standalone.ProcessState;
import dev.cadwright.standalone.Suite;
import dev.cadwright.standalone.SuiteReport;
import dev.cadwright.standalone.SuiteSettings;
import dev.cadwright.standalone.SuiteState;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "up",
        description = {
            "Starts PostgreSQL, Kafka and the six services in the background and waits until they are ready.",
            "Does nothing when they run already. Data lies in CADWRIGHT_HOME (default: .cadwright beside the launcher),",
            "ports start at CADWRIGHT_PORT_BASE (default: 7400, the gateway)."
        },
        footer = {
            "",
            "Example:",
            "  ./cadwright up && curl http://127.0.0.1:7400/q/health/ready",
            "  CADWRIGHT_PORT_BASE=8500 ./cadwright up"
        })
public final class UpCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Set<String> announced = new HashSet<>();

    @Mixin
    private JsonOption options;

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SuiteSettings settings = SuiteSettings.of(terminal.environment(), terminal.root());
        Suite suite = new Suite(settings.files());
        Plan plan = Suite.plan(settings);
        SuiteState state = up(suite, plan);
        double seconds = state.readySeconds().orElse(0.0);
        if (options.json()) {
            terminal.json(StatusCommand.summary(suite.report(), settings));
        } else {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "Ready after %.1f s (goal: %.0f s). Gateway: %s%n",
                            seconds,
                            SuiteReport.READY_SECONDS_GOAL,
                            settings.gatewayUrl());
        }
        return ExitCode.SUCCESS;
    }

    /** What was begun goes on without the terminal; whoever interrupts this should know. */
    private SuiteState up(Suite suite, Plan plan) {
        try (Interrupts _ = Interrupts.then(() ->
                terminal.err().println("The suite goes on starting in the background; ./cadwright down stops it."))) {
            return suite.up(plan, this::announce);
        }
    }

    private void announce(SuiteState state) {
        for (ProcessState process : state.processes()) {
            switch (process.phase()) {
                case READY -> {
                    String seconds = process.seconds()
                            .map(value -> String.format(Locale.ROOT, "%.1f s", value))
                            .orElse("");
                    say(process.name() + " ready", "%-10s ready  port %d  %s", process.name(), process.port(), seconds);
                }
                case RESTARTING ->
                    say(
                            process.name() + " again " + process.restarts(),
                            "%-10s ended, starting it again",
                            process.name());
                case WAITING, STARTING, STOPPED -> {}
            }
        }
    }

    private void say(String key, String format, Object... arguments) {
        if (announced.add(key)) {
            terminal.err().println(format.formatted(arguments).stripTrailing());
        }
    }
}
