package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "test",
        description = {
            "Checks the formatting, builds with Error Prone, checks the architecture, and runs all tests: unit, property,",
            "integration (real PostgreSQL, Kafka and kernel) and end to end. Ends with the counts of each module."
        },
        footer = {"", "Example:", "  ./cadwright test", "  ./cadwright test lib/cad lib/geometry"})
public final class TestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "MODULE", description = "Only these modules, for example lib/cad.")
    private List<String> modules = new ArrayList<>();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public TestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return Script.run(terminal, "test.sh", modules);
    }
}
