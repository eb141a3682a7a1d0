package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.standalone.ProcessState;
import dev.cadwright.standalone.Suite;
import dev.cadwright.standalone.SuiteSettings;
import dev.cadwright.standalone.SuiteState;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "down",
        description = {
            "Stops the services, then Kafka and PostgreSQL, and waits until no process is left.",
            "Running jobs go on after the next start."
        },
        footer = {"", "Example:", "  ./cadwright down"})
public final class DownCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Set<String> announced = new HashSet<>();

    @Mixin
    private JsonOption options;

    public DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SuiteSettings settings = SuiteSettings.of(terminal.environment(), terminal.root());
        Suite suite = new Suite(settings.files());
        if (suite.report().processes().stream()
                .allMatch(process -> process.pid().isEmpty())) {
            terminal.err().println("Nothing was running.");
        }
        suite.down(this::announce);
        if (options.json()) {
            terminal.json(StatusCommand.summary(suite.report(), settings));
        } else {
            terminal.err().println("The suite is stopped.");
        }
        return ExitCode.SUCCESS;
    }

    private void announce(SuiteState state) {
        for (ProcessState process : state.processes()) {
            if (process.phase() == ProcessState.Phase.STOPPED && announced.add(process.name())) {
                terminal.err().println(process.name() + " stopped");
            }
        }
    }
}
