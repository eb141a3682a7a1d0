package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "setup",
        description = {
            "Installs and builds what is missing or has changed, and nothing else: system packages (with apt, where it",
            "may), the kernel worker (CMake), the Java modules (Maven), and caches for fast starts.",
            "Every other command does the part it needs by itself."
        },
        footer = {"", "Example:", "  ./cadwright setup"})
public final class SetupCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public SetupCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Script.run(terminal, "setup.sh", List.of("all"));
    }
}
