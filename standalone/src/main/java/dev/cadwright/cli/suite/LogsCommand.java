package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.standalone.LogFollower;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = "Prints the last lines of the logs of one process, or of all with their names in front.",
        footer = {"", "Example:", "  ./cadwright logs training -f", "  ./cadwright logs --lines 5"})
public final class LogsCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 200;

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "postgres, kafka, gateway, dataset, render, training, inference, benchmark or supervisor.")
    private String service;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until interrupted.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "50",
            description = "How many lines of each log (default: 50).")
    private int lines;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public LogsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, LogFollower> followers = new LinkedHashMap<>();
        for (Path log : logs()) {
            String name = log.getFileName().toString().replace(".log", "");
            followers.put(name, new LogFollower(log));
        }
        for (var entry : followers.entrySet()) {
            print(entry.getKey(), entry.getValue().last(Math.max(0, lines)));
        }
        while (follow) {
            Thread.sleep(PAUSE_MILLIS);
            for (var entry : followers.entrySet()) {
                print(entry.getKey(), entry.getValue().next());
            }
        }
        return ExitCode.SUCCESS;
    }

    private List<Path> logs() throws IOException {
        Path folder = SuiteSettings.of(terminal.environment(), terminal.root())
                .files()
                .logs();
        if (!Files.isDirectory(folder)) {
            throw CommandFailure.unavailable("There are no logs yet. Start the suite: ./cadwright up");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
            if (service == null) {
                return all;
            }
            Path wanted = folder.resolve(service + ".log");
            if (!all.contains(wanted)) {
                throw CommandFailure.usage("There is no log of \"%s\". There are: %s"
                        .formatted(
                                service,
                                String.join(
                                        ", ",
                                        all.stream()
                                                .map(file -> file.getFileName()
                                                        .toString()
                                                        .replace(".log", ""))
                                                .toList())));
            }
            return List.of(wanted);
        }
    }

    private void print(String name, List<String> lines) {
        String prefix = service == null ? "%-10s | ".formatted(name) : "";
        lines.forEach(line -> terminal.out().println(prefix + line));
        terminal.out().flush();
    }
}
