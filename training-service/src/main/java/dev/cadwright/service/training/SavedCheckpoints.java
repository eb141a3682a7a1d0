package dev.cadwright.service.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The checkpoints that a training has saved, in all its attempts, the last {@value #MOST} of them. */
final class SavedCheckpoints {
    private static final int MOST = 200;

    private final List<Entry> entries;

    /** @param entries of earlier attempts, up to the checkpoint that this one continues from */
    SavedCheckpoints(List<Entry> entries) {
        this.entries = new ArrayList<>(entries);
    }

    /**
     * One checkpoint.
     *
     * @param trainLoss the last loss before it
     * @param validationLoss the last one measured before it
     * @param files SHA-256 by name of the files that make it a model; none where it is no longer kept, or holds an
     *     adapter alone
     */
    record Entry(
            long step,
            @JsonProperty("train_loss") Optional<Double> trainLoss,
            @JsonProperty("validation_loss") Optional<Double> validationLoss,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> files) {
        Entry {
            trainLoss = trainLoss == null ? Optional.empty() : trainLoss;
            validationLoss = validationLoss == null ? Optional.empty() : validationLoss;
            files = files == null ? Map.of() : Map.copyOf(files);
        }
    }

    void add(long step, Map<String, Double> metrics) {
        entries.removeIf(entry -> entry.step() >= step);
        entries.add(new Entry(
                step,
                Optional.ofNullable(metrics.get("loss")),
                Optional.ofNullable(metrics.get("validation_loss")),
                Map.of()));
        if (entries.size() > MOST) {
            entries.removeFirst();
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /**
     * All of them, with the files of those that the run still keeps.
     *
     * @param model the finished model, whose files' names tell a model's files from the rest of a checkpoint
     */
    List<Entry> stored(Path checkpoints, Path model, ArtifactStore store) {
        List<String> names = names(model);
        return entries.stream()
                .map(entry -> new Entry(
                        entry.step(),
                        entry.trainLoss(),
                        entry.validationLoss(),
                        files(checkpoints.resolve("checkpoint-%08d".formatted(entry.step())), names, store)))
                .toList();
    }

    private static Map<String, String> files(Path checkpoint, List<String> names, ArtifactStore store) {
        if (!names.stream().allMatch(name -> Files.isRegularFile(checkpoint.resolve(name)))) {
            return Map.of();
        }
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : names) {
            String mediaType = name.endsWith(".json") ? "application/json" : "application/octet-stream";
            files.put(name, store.put(checkpoint.resolve(name), mediaType).sha256());
        }
        return files;
    }

    private static List<String> names(Path model) {
        try (Stream<Path> files = Files.list(model)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
