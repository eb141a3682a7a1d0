package dev.cadwright.cli.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Table;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Jobs as people read them. */
final class JobLines {
    private static final List<String> SHOWN = List.of(
            "id",
            "kind",
            "state",
            "priority",
            "round",
            "retries",
            "createdAt",
            "startedAt",
            "finishedAt",
            "after",
            "input",
            "output");

    private JobLines() {}

    static void print(List<JsonNode> jobs, PrintStream out) {
        Table table = new Table("ID", "KIND", "STATE", ">DONE", ">AGE", "MESSAGE");
        for (JsonNode job : jobs) {
            table.row(
                    job.path("id").asText(),
                    job.path("kind").asText(),
                    job.path("state").asText(),
                    amount(job),
                    age(job),
                    message(job));
        }
        table.print(out);
    }

    static void print(JsonNode job, PrintStream out) {
        for (String name : SHOWN) {
            JsonNode value = job.path(name);
            if (!value.isMissingNode() && !value.isNull() && !(value.isArray() && value.isEmpty())) {
                out.printf("%-11s %s%n", name, value.isTextual() ? value.textValue() : value.toString());
            }
        }
        String progress = (amount(job) + " " + message(job)).strip();
        if (!progress.isEmpty()) {
            out.printf("%-11s %s%n", job.has("error") ? "error" : "progress", progress);
        }
    }

    private static String amount(JsonNode job) {
        JsonNode progress = job.path("progress");
        long total = progress.path("total").asLong();
        return total == 0 ? "" : progress.path("done").asLong() + "/" + total;
    }

    private static String message(JsonNode job) {
        JsonNode error = job.path("error");
        return error.isObject()
                ? error.path("code").asText() + ": " + error.path("message").asText()
                : job.path("progress").path("message").asText();
    }

    private static String age(JsonNode job) {
        return Optional.ofNullable(job.path("createdAt").textValue())
                .map(Instant::parse)
                .map(created -> Quantities.duration(
                        Duration.between(created, InstantSource.system().instant())))
                .orElse("");
    }
}
