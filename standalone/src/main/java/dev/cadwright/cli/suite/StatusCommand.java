package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Table;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.standalone.Suite;
import dev.cadwright.standalone.SuiteReport;
import dev.cadwright.standalone.SuiteReport.ProcessReport;
import dev.cadwright.standalone.SuiteSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "Shows each process of the suite: state, port, process number, uptime and resident memory (with what it",
            "started; pages that processes share count once).",
            "Exit status: 0 when the suite is up and every process ready, 3 when not."
        },
        footer = {"", "Example:", "  ./cadwright status", "  ./cadwright status --json | tail -1"})
public final class StatusCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SuiteSettings settings = SuiteSettings.of(terminal.environment(), terminal.root());
        SuiteReport report = new Suite(settings.files()).report();
        if (options.json()) {
            report.processes().forEach(process -> terminal.json(line(process)));
            terminal.json(summary(report, settings));
        } else {
            print(report, settings);
        }
        boolean ready = report.state().equals("up")
                && report.processes().stream()
                        .allMatch(process -> process.state().equals("ready"));
        return ready ? ExitCode.SUCCESS : ExitCode.UNAVAILABLE;
    }

    private void print(SuiteReport report, SuiteSettings settings) {
        if (report.processes().isEmpty()) {
            terminal.out().println("The suite is " + report.state() + ". Start it: ./cadwright up");
            return;
        }
        Table table = new Table("PROCESS", "STATE", ">PORT", ">PID", ">UPTIME", ">READY IN", ">MEMORY", ">RESTARTS");
        for (ProcessReport process : report.processes()) {
            table.row(
                    process.name(),
                    process.state(),
                    process.port().map(Object::toString).orElse(""),
                    process.pid().map(Object::toString).orElse(""),
                    process.uptime().map(Quantities::duration).orElse(""),
                    process.readySeconds().map(StatusCommand::seconds).orElse(""),
                    Quantities.bytes(process.residentBytes()),
                    process.restarts());
        }
        table.print(terminal.out());
        terminal.out()
                .println("The suite is %s; ready after %s (goal: %.0f s); %s resident (goal: %s). Gateway: %s"
                        .formatted(
                                report.state(),
                                report.readySeconds()
                                        .map(StatusCommand::seconds)
                                        .orElse("…"),
                                SuiteReport.READY_SECONDS_GOAL,
                                Quantities.bytes(report.residentBytes()),
                                Quantities.bytes(SuiteReport.RESIDENT_BYTES_GOAL),
                                settings.gatewayUrl()));
    }

    private static Map<String, Object> line(ProcessReport process) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", process.name());
        line.put("state", process.state());
        line.put("port", process.port());
        line.put("pid", process.pid());
        line.put("uptime_seconds", process.uptime().map(Duration::toSeconds));
        line.put("ready_seconds", process.readySeconds());
        line.put("resident_bytes", process.residentBytes());
        line.put("restarts", process.restarts());
        return line;
    }

    static Map<String, Object> summary(SuiteReport report, SuiteSettings settings) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("suite", report.state());
        line.put("ready_seconds", report.readySeconds());
        line.put("ready_seconds_goal", SuiteReport.READY_SECONDS_GOAL);
        line.put("resident_bytes", report.residentBytes());
        line.put("resident_bytes_goal", SuiteReport.RESIDENT_BYTES_GOAL);
        line.put("gateway", settings.gatewayUrl());
        line.put("home", settings.files().home().toString());
        return line;
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }
}
