package dev.cadwright.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "jobs",
        description = "Works with the jobs of the suite, through the gateway.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  ./cadwright jobs submit dataset.build '{\"name\":\"small\",\"sources\":[{\"type\":\"procedural\",\"count\":100}]}'",
            "  ./cadwright jobs watch 0198…"
        })
public final class JobsCommand implements Runnable {
    private static final int PAGE = 100;

    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public JobsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw CommandFailure.usage("Say what to do with the jobs: submit, list, show, watch, cancel or retry.");
    }

    @Command(
            description = "Submits a job of any kind and prints it. The kinds and their inputs: docs/jobs-kinds.md.",
            footer = {"", "Example:", "  ./cadwright jobs submit render.views '{\"dataset\":\"<sha>\"}' --watch"})
    int submit(
            @Parameters(paramLabel = "KIND", description = "For example dataset.build.") String kind,
            @Parameters(paramLabel = "INPUT", description = "A JSON object, @FILE, or - for standard input.")
                    String input,
            @Option(names = "--after", paramLabel = "ID", description = "Start when this job has succeeded.")
                    List<UUID> after,
            @Option(names = "--priority", defaultValue = "0", description = "Higher goes first (default: 0).")
                    int priority,
            @Option(names = "--watch", description = "Wait for the end, as \"jobs watch\" does.") boolean watch,
            @Mixin GatewayOption option,
            @Mixin JsonOption json)
            throws IOException, InterruptedException {
        ObjectNode body = terminal.mapper().createObjectNode().put("kind", kind).put("priority", priority);
        body.set("input", terminal.mapper().readTree(text(input)));
        body.set("after", terminal.mapper().valueToTree(after == null ? List.of() : after));
        try (Gateway gateway = option.open(terminal)) {
            JsonNode job = gateway.post("v1/jobs", body);
            print(job, json.json());
            return watch ? watch(gateway, job.path("id").asText(), json.json()) : ExitCode.SUCCESS;
        }
    }

    @Command(
            description = "Lists jobs, the newest first.",
            footer = {"", "Example:", "  ./cadwright jobs list --state RUNNING"})
    int list(
            @Option(names = "--state", description = "WAITING, QUEUED, RUNNING, SUCCEEDED, FAILED or CANCELLED.")
                    String state,
            @Option(names = "--kind", description = "For example training.finetune.") String kind,
            @Option(names = "--limit", defaultValue = "20", description = "At most so many (default: 20).") int limit,
            @Mixin GatewayOption option,
            @Mixin JsonOption json) {
        try (Gateway gateway = option.open(terminal)) {
            List<JsonNode> jobs = jobs(gateway, state, kind, limit);
            if (json.json()) {
                jobs.forEach(terminal::json);
            } else {
                JobLines.print(jobs, terminal.out());
            }
        }
        return ExitCode.SUCCESS;
    }

    @Command(
            description = "Shows all about jobs.",
            footer = {"", "Example:", "  ./cadwright jobs show 0198… --json"})
    int show(
            @Parameters(arity = "1..*", paramLabel = "ID") List<UUID> ids,
            @Mixin GatewayOption option,
            @Mixin JsonOption json) {
        try (Gateway gateway = option.open(terminal)) {
            ids.forEach(id -> print(gateway.get("v1/jobs/" + id), json.json()));
        }
        return ExitCode.SUCCESS;
    }

    @Command(
            description = "Follows a job to its end. Exit status 0 when it succeeds, 1 when not.",
            footer = {"", "Example:", "  ./cadwright jobs watch 0198…"})
    int watch(@Parameters(paramLabel = "ID") UUID id, @Mixin GatewayOption option, @Mixin JsonOption json)
            throws InterruptedException {
        try (Gateway gateway = option.open(terminal)) {
            return watch(gateway, id.toString(), json.json());
        }
    }

    @Command(
            description = "Cancels jobs. What they have stored so far stays.",
            footer = {"", "Example:", "  ./cadwright jobs cancel 0198…"})
    int cancel(
            @Parameters(arity = "1..*", paramLabel = "ID") List<UUID> ids,
            @Mixin GatewayOption option,
            @Mixin JsonOption json) {
        return act("cancel", ids, option, json);
    }

    @Command(
            description = "Starts failed or cancelled jobs again; finished parts are not repeated.",
            footer = {"", "Example:", "  ./cadwright jobs retry 0198…"})
    int retry(
            @Parameters(arity = "1..*", paramLabel = "ID") List<UUID> ids,
            @Mixin GatewayOption option,
            @Mixin JsonOption json) {
        return act("retry", ids, option, json);
    }

    private int act(String action, List<UUID> ids, GatewayOption option, JsonOption json) {
        int failed = 0;
        try (Gateway gateway = option.open(terminal)) {
            for (UUID id : ids) {
                try {
                    gateway.post(
                            "v1/jobs/" + id + "/" + action, terminal.mapper().createObjectNode());
                    print(gateway.get("v1/jobs/" + id), json.json());
                } catch (CommandFailure failure) {
                    if (ids.size() == 1) {
                        throw failure;
                    }
                    failed++;
                    terminal.err().println("cadwright: " + id + ": " + failure.getMessage());
                }
            }
        }
        return failed == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private int watch(Gateway gateway, String id, boolean json) throws InterruptedException {
        AtomicReference<JobChange> last = new AtomicReference<>(new JobChange.Queued());
        try (ProgressBar bar = new ProgressBar(terminal, id)) {
            new JobEvents(gateway, id, 0).follow(event -> {
                last.set(event.change());
                if (json) {
                    terminal.json(event);
                }
                show(bar, event);
            });
        }
        if (!json) {
            print(gateway.get("v1/jobs/" + id), false);
        }
        return last.get() instanceof JobChange.Succeeded ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private static void show(ProgressBar bar, JobEvent event) {
        if (event.change() instanceof JobChange.Progressed progressed) {
            var progress = progressed.progress();
            bar.update(progress.done(), progress.total(), progress.message());
        } else {
            bar.update(0, 0, event.change().word() + " " + EventLines.detail(event.change()));
        }
    }

    private void print(JsonNode job, boolean json) {
        if (json) {
            terminal.json(job);
        } else {
            JobLines.print(job, terminal.out());
        }
    }

    private static List<JsonNode> jobs(Gateway gateway, String state, String kind, int limit) {
        List<JsonNode> jobs = new ArrayList<>();
        String cursor = "";
        do {
            String query = "v1/jobs?limit=" + Math.clamp(limit - jobs.size(), 1, PAGE)
                    + parameter("state", state)
                    + parameter("kind", kind)
                    + parameter("cursor", cursor);
            JsonNode page = gateway.get(query);
            page.path("data").forEach(jobs::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && jobs.size() < limit);
        return jobs;
    }

    private static String parameter(String name, String value) {
        return value == null || value.isEmpty()
                ? ""
                : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String text(String input) throws IOException {
        if (input.equals("-")) {
            return new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return input.startsWith("@") ? Files.readString(Path.of(input.substring(1))) : input;
    }
}
