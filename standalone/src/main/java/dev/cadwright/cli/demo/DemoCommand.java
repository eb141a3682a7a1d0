package dev.cadwright.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.gateway.Gateway;
import dev.cadwright.cli.gateway.GatewayOption;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Interrupts;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Table;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.Job;
import dev.cadwright.standalone.Suite;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole suite once: real parts in, a trained and measured model out. */
@Command(
        name = "demo",
        description = {
            "Starts the suite and takes CAD shapes through all of its services: builds a dataset (procedural shapes to",
            "train on, real parts to test on), renders views, writes conversations, fine-tunes the built-in model, lets",
            "the base and the fine-tuned model write programs, and measures both beside the bounding box.",
            "A second run reuses what is there; Ctrl-C cancels, and the next run goes on."
        },
        footer = {"", "Examples:", "  ./cadwright demo", "  ./cadwright demo --minutes 30"})
public final class DemoCommand implements Callable<Integer> {
    /** The suite restarts what dies: longer than that takes, the demonstration need not wait. */
    private static final Duration OUTAGE = Duration.ofMinutes(2);

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Mixin
    private GatewayOption gatewayOption;

    @Option(names = "--minutes", defaultValue = "2", description = "Of fine-tuning (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(
            names = "--shapes",
            defaultValue = "400",
            description = "Procedural shapes to fine-tune on (default: ${DEFAULT-VALUE}).")
    private int shapes;

    public DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(minutes > 0) || shapes < 10 || shapes > 1_000_000) {
            throw CommandFailure.usage("--minutes is above 0, and --shapes between 10 and 1000000.");
        }
        long started = System.nanoTime();
        SuiteSettings settings = SuiteSettings.of(terminal.environment(), terminal.root());
        terminal.err().println("Starting the suite");
        try (Interrupts _ = Interrupts.then(() -> terminal.err()
                .println("The suite goes on starting in the background; run ./cadwright demo again to go on."))) {
            new Suite(settings.files()).up(Suite.plan(settings), state -> {});
        }
        DemoPlan plan = new DemoPlan(minutes, shapes, Math.max(10, Math.min(60, shapes / 10)), 8);
        Path folder = settings.files().home().resolve("demo");
        try (Gateway gateway = gatewayOption.open(terminal).patient(OUTAGE);
                DemoJobs jobs = new DemoJobs(gateway, terminal, DemoState.open(folder.resolve("state.json")))) {
            Demo demo = new Demo(gateway, jobs, plan, terminal.root().resolve("samples"));
            Demo.Measured measured = demo.run();
            Path test = report(gateway, measured.test(), folder.resolve(plan.trained() + "-test.html"));
            Path validation =
                    report(gateway, measured.validation(), folder.resolve(plan.trained() + "-validation.html"));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            if (options.json()) {
                terminal.json(record(measured, test, validation, took));
            } else {
                print(measured, plan, test, validation, took);
            }
        }
        return ExitCode.SUCCESS;
    }

    private static Path report(Gateway gateway, Job benchmark, Path target) throws IOException {
        String html = benchmark.output().orElseThrow().at("/report/html").asText();
        gateway.download("v1/artifacts/" + html, target);
        return target;
    }

    private static ObjectNode record(Demo.Measured measured, Path test, Path validation, Duration took) {
        ObjectNode record = ContractJson.mapper().createObjectNode();
        record.set("validation", measured.validation().output().orElseThrow().path("summary"));
        record.set("test", measured.test().output().orElseThrow().path("summary"));
        record.set("training", measured.training().output().orElseThrow().path("metrics"));
        return record.put("validation_report", validation.toString())
                .put("test_report", test.toString())
                .put("seconds", took.toMillis() / 1000.0);
    }

    private void print(Demo.Measured measured, DemoPlan plan, Path test, Path validation, Duration took) {
        Table table = new Table("shapes", "model", ">valid", ">mean IoU", ">median IoU", ">mean Chamfer");
        rows(table, "fresh procedural", measured.validation());
        rows(table, "real parts", measured.test());
        terminal.out().println();
        table.print(terminal.out());
        terminal.out()
                .printf(
                        "%nProtocol strict-v1: exact IoU of the normalised solids, failures count as 0. %d programs a"
                                + " shape, chosen by the%ninput points alone. Fine-tuning took %s min on %d shapes;"
                                + " all took %s.%n",
                        plan.candidates(), trim(plan.minutes()), plan.training(), Quantities.duration(took));
        terminal.out().printf("%nReport on the real parts:   %s%n", test);
        terminal.out().printf("Report on procedural shapes: %s%n", validation);
        terminal.out().println();
        terminal.out().println("Next:");
        terminal.out().println("  ./cadwright demo --minutes 30      train longer, on the same data");
        terminal.out().println("  ./cadwright jobs list              see what ran; ./cadwright down stops the suite");
        terminal.out().println("  ./cadwright run samples            execute and measure the real parts yourself");
    }

    private static void rows(Table table, String shapes, Job benchmark) {
        for (JsonNode row : benchmark.output().orElseThrow().path("summary")) {
            if (row.path("protocol").asText().equals("strict-v1")) {
                table.row(
                        shapes,
                        row.path("name").asText(),
                        String.format(
                                Locale.ROOT, "%.1f %%", 100 * row.path("valid").asDouble()),
                        number(row.path("meanIou"), "%.3f"),
                        number(row.path("medianIou"), "%.3f"),
                        number(row.path("meanChamfer"), "%.4g"));
            }
        }
    }

    private static String number(JsonNode value, String format) {
        return value.isNumber() ? String.format(Locale.ROOT, format, value.asDouble()) : "–";
    }

    private static String trim(double minutes) {
        return minutes == Math.rint(minutes) ? Long.toString((long) minutes) : Double.toString(minutes);
    }
}
