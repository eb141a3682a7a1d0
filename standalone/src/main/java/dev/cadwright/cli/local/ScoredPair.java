package dev.cadwright.cli.local;

import dev.cadwright.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A truth and what was predicted for it. */
record ScoredPair(String name, Optional<Path> prediction, Path truth) {
    private static final Set<String> ENDINGS = Set.of(".npy", ".stl", ".obj", ".step", ".stp", ".sketch", ".json");

    /** Two files, or two folders matched by their files' stems: one pair a truth. */
    static List<ScoredPair> match(Path prediction, Path truth) {
        if (Files.isDirectory(prediction) != Files.isDirectory(truth)) {
            throw CommandFailure.usage("PRED and TRUTH are two files or two folders.");
        }
        if (!Files.isDirectory(truth)) {
            require(prediction);
            require(truth);
            return List.of(new ScoredPair(stem(truth), Optional.of(prediction), truth));
        }
        Map<String, Path> predictions = files(prediction);
        List<ScoredPair> pairs = files(truth).entrySet().stream()
                .map(entry -> new ScoredPair(
                        entry.getKey(), Optional.ofNullable(predictions.get(entry.getKey())), entry.getValue()))
                .toList();
        if (pairs.isEmpty()) {
            throw CommandFailure.usage(truth + " holds no shape (" + String.join(", ", ENDINGS) + ").");
        }
        return pairs;
    }

    private static void require(Path file) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.usage(file + " does not exist.");
        }
    }

    private static Map<String, Path> files(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            Map<String, Path> byStem = new TreeMap<>();
            for (Path file : entries.filter(Files::isRegularFile).sorted().toList()) {
                if (ENDINGS.contains(InputOptions.ending(file))) {
                    Path other = byStem.put(stem(file), file);
                    if (other != null) {
                        throw CommandFailure.usage(folder + " holds two shapes of one name: " + other.getFileName()
                                + " and " + file.getFileName() + ".");
                    }
                }
            }
            return byStem;
        } catch (IOException e) {
            throw CommandFailure.usage(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
