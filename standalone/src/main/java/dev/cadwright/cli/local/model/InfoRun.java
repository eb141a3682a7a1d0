package dev.cadwright.cli.local.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.hub.HubException;
import dev.cadwright.hub.HubSettings;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.cache.HubCache;
import dev.cadwright.hub.cache.Snapshot;
import dev.cadwright.hub.describe.ModelDescription;
import dev.cadwright.hub.pull.ModelPull;
import dev.cadwright.hub.pull.RepositoryListing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a model is: by its folder, by the cache, or by what the hub says of it. */
final class InfoRun {
    private final Terminal terminal;
    private final boolean json;
    private final HubSettings settings;

    InfoRun(Terminal terminal, boolean json, HubSettings settings) {
        this.terminal = terminal;
        this.json = json;
        this.settings = settings;
    }

    int run(String model) throws InterruptedException {
        Optional<Path> folder = new ModelFolders(terminal).local(model);
        if (folder.isPresent()) {
            return print(model, folder.get(), Optional.empty());
        }
        ModelAddress address = ModelAddress.parse(model);
        Optional<Snapshot> cached = new HubCache(settings.cache(), settings.links()).find(address);
        if (cached.isPresent()) {
            return print(model, cached.get().folder(), cached);
        }
        if (settings.offline()) {
            throw new HubException(
                    HubException.Code.OFFLINE,
                    "%s is neither a folder nor in the cache %s, and HF_HUB_OFFLINE forbids to ask the hub."
                            .formatted(model, settings.cache()));
        }
        return print(new ModelPull(settings).look(address));
    }

    private int print(String name, Path folder, Optional<Snapshot> snapshot) {
        ModelDescription model = ModelDescription.of(folder);
        if (json) {
            terminal.json(record(name, folder, snapshot, model));
            return ExitCode.SUCCESS;
        }
        line("model", name);
        line("folder", folder);
        snapshot.ifPresent(one -> line("commit", one.commit()));
        line("family", model.family().orElse("not said") + (model.isAdapter() ? " (adapter)" : ""));
        model.base().ifPresent(base -> line("made from", base));
        line("parameters", count(model.parameterCount()) + types(model.parameters()));
        line("weights", Quantities.bytes(model.weightBytes()));
        line("all files", "%s in %d".formatted(Quantities.bytes(model.bytes()), model.files()));
        line("licence", model.licence().orElse("not said"));
        model.pickles().forEach(pickle -> line("not loaded", pickle + ": a pickle"));
        return ExitCode.SUCCESS;
    }

    private int print(RepositoryListing listing) {
        long bytes = listing.files().stream()
                .mapToLong(file -> file.size().orElse(0))
                .sum();
        if (json) {
            ObjectNode record = terminal.mapper()
                    .createObjectNode()
                    .put("model", listing.address().repository())
                    .put("commit", listing.commit())
                    .put("path", (String) null)
                    .put("family", listing.family().orElse(null))
                    .put("bytes", bytes)
                    .put("files", listing.files().size())
                    .put("licence", listing.licence().orElse(null))
                    .put("gated", listing.gated());
            listing.parameters().ifPresent(count -> record.put("parameters", count));
            terminal.json(record);
            return ExitCode.SUCCESS;
        }
        line("model", listing.address());
        line("at", settings.endpoint() + ", not pulled");
        line("commit", listing.commit());
        line("family", listing.family().orElse("not said"));
        line(
                "parameters",
                listing.parameters().isPresent() ? count(listing.parameters().getAsLong()) : "not said");
        line(
                "all files",
                "%s in %d".formatted(Quantities.bytes(bytes), listing.files().size()));
        line("licence", listing.licence().orElse("not said") + (listing.gated() ? ", gated" : ""));
        return ExitCode.SUCCESS;
    }

    private ObjectNode record(String name, Path folder, Optional<Snapshot> snapshot, ModelDescription model) {
        ObjectNode record = terminal.mapper()
                .createObjectNode()
                .put("model", name)
                .put("commit", snapshot.map(Snapshot::commit).orElse(null))
                .put("path", folder.toString())
                .put("family", model.family().orElse(null))
                .put("adapter", model.isAdapter())
                .put("base", model.base().orElse(null))
                .put("parameters", model.parameterCount());
        ObjectNode types = record.putObject("types");
        model.parameters().forEach(types::put);
        return record.put("weight_bytes", model.weightBytes())
                .put("bytes", model.bytes())
                .put("files", model.files())
                .put("licence", model.licence().orElse(null));
    }

    private void line(String label, Object value) {
        terminal.out().printf("%-11s %s%n", label, value);
    }

    private static String types(Map<String, Long> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(type ->
                                parameters.size() == 1 ? type.getKey() : type.getKey() + " " + count(type.getValue()))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    /** For example {@code 494.0 M}. */
    private static String count(long parameters) {
        if (parameters < 1_000_000) {
            return Long.toString(parameters);
        }
        return parameters < 1_000_000_000
                ? String.format(Locale.ROOT, "%.1f M", parameters / 1e6)
                : String.format(Locale.ROOT, "%.2f B", parameters / 1e9);
    }
}
