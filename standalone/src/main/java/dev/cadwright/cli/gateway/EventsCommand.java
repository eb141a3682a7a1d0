package dev.cadwright.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.contracts.JobEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "events",
        description = {
            "Prints the events of one job from its start to its end, or those of all jobs from now on until interrupted.",
            "A lost connection is taken up again where it broke: no event is missing, none comes twice."
        },
        footer = {"", "Example:", "  ./cadwright events --job 0198… --json", "  ./cadwright events"})
public final class EventsCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 1000;

    private final Terminal terminal;

    @Option(names = "--job", paramLabel = "ID", description = "Only this job.")
    private UUID job;

    @Option(names = "--after", paramLabel = "SEQ", defaultValue = "0", description = "Only events behind this one.")
    private long after;

    @Mixin
    private GatewayOption option;

    @Mixin
    private JsonOption json;

    public EventsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Gateway gateway = option.open(terminal)) {
            if (job == null) {
                followAll(gateway);
            } else {
                new JobEvents(gateway, job.toString(), after).follow(this::print);
            }
        }
        return ExitCode.SUCCESS;
    }

    /** Jobs that have ended by now are left out; of the others all that is still to come is printed. */
    private void followAll(Gateway gateway) throws InterruptedException {
        Set<String> known = new HashSet<>();
        boolean first = true;
        while (true) {
            for (JsonNode job : gateway.get("v1/jobs?limit=100").path("data")) {
                String id = job.path("id").asText();
                if (known.add(id) && !(first && job.hasNonNull("finishedAt"))) {
                    long from = first ? job.path("seq").asLong() : 0;
                    Thread.startVirtualThread(() -> follow(gateway, id, from));
                }
            }
            first = false;
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void follow(Gateway gateway, String id, long from) {
        try {
            new JobEvents(gateway, id, from).follow(this::print);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (CommandFailure e) {
            terminal.err().println("cadwright: " + id + ": " + e.getMessage());
        }
    }

    private synchronized void print(JobEvent event) {
        if (json.json()) {
            terminal.json(event);
        } else {
            terminal.out().println(EventLines.of(event));
            terminal.out().flush();
        }
    }
}
