package dev.cadwright.cli.local.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.pull.ModelPull;
import dev.cadwright.hub.pull.PullEvent;
import dev.cadwright.hub.pull.PullRequest;
import dev.cadwright.hub.pull.PulledModel;
import dev.cadwright.hub.pull.Selection;
import java.util.Locale;

/** Pulls a model and prints its folder. */
final class PullRun {
    private final Terminal terminal;
    private final boolean json;
    private final HubSettings settings;

    PullRun(Terminal terminal, boolean json, HubSettings settings) {
        this.terminal = terminal;
        this.json = json;
        this.settings = settings;
    }

    int run(PullRequest request) throws InterruptedException {
        long begin = System.nanoTime();
        PulledModel pulled = pull(request);
        double seconds = (System.nanoTime() - begin) / 1e9;
        pulled.leftOut().stream()
                .filter(one -> one.reason().startsWith("a pickle"))
                .forEach(this::sayLeftOut);
        if (json) {
            terminal.json(record(pulled, seconds));
        } else {
            terminal.err()
                    .printf(
                            Locale.ROOT,
                            "%s, commit %s: %s, of which %s came now, in %.1f s; licence: %s%n",
                            pulled.snapshot().address(),
                            pulled.snapshot().commit().substring(0, 12),
                            Quantities.bytes(pulled.bytes()),
                            Quantities.bytes(pulled.fetched()),
                            seconds,
                            pulled.licence().orElse("not said"));
            terminal.out().println(pulled.snapshot().folder());
        }
        return ExitCode.SUCCESS;
    }

    /** Pulls with a bar on standard error, and prints nothing else. */
    PulledModel pull(PullRequest request) throws InterruptedException {
        try (TransferBar bar = new TransferBar(terminal, "pull")) {
            return new ModelPull(settings).run(request, event -> show(event, bar), () -> {});
        }
    }

    private void show(PullEvent event, TransferBar bar) {
        switch (event) {
            case PullEvent.Planned planned -> {
                bar.total(planned.files().stream()
                        .mapToLong(file -> file.size().orElse(0))
                        .sum());
            }
            case PullEvent.Advanced advanced -> bar.set(advanced.file().text(), advanced.done());
            case PullEvent.Finished finished -> bar.set(finished.file().text(), finished.size());
            case PullEvent.Waiting waiting ->
                terminal.err().println(waiting.file() + ": another process fetches it; waiting.");
            case PullEvent.Retrying retrying ->
                terminal.err()
                        .printf(
                                Locale.ROOT,
                                "%s; trying again in %.1f s.%n",
                                retrying.reason(),
                                retrying.delay().toMillis() / 1e3);
            case PullEvent.FromCache cached ->
                terminal.err()
                        .println(cached.reason() + (cached.reason().endsWith(".") ? "" : ".")
                                + " What the cache has is used.");
        }
    }

    private void sayLeftOut(Selection.LeftOut one) {
        terminal.err().println("left out " + one.file().path() + ": " + one.reason() + ".");
    }

    private ObjectNode record(PulledModel pulled, double seconds) {
        ObjectNode record = terminal.mapper()
                .createObjectNode()
                .put("repository", pulled.snapshot().address().repository())
                .put("revision", pulled.snapshot().address().revision())
                .put("commit", pulled.snapshot().commit())
                .put("path", pulled.snapshot().folder().toString())
                .put("bytes", pulled.bytes())
                .put("fetched", pulled.fetched())
                .put("licence", pulled.licence().orElse(null))
                .put("seconds", seconds);
        ArrayNode leftOut = record.putArray("left_out");
        pulled.leftOut().forEach(one -> leftOut.addObject()
                .put("name", one.file().path().text())
                .put("reason", one.reason()));
        return record;
    }
}
