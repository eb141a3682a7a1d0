package dev.cadwright.cli.local.dataset;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cli.local.WorkersOption;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.build.BuildSpecification;
import dev.cadwright.dataset.source.SourceSpecification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a dataset is made from. */
final class CreateOptions {
    @Parameters(
            arity = "0..*",
            paramLabel = "IN",
            description = "Folders and zips of programs (.json, .sketch, .scad, .py), .step and .stp, or"
                    + " procedural:COUNT[:SEED]. The seed and their geometry decide which split a shape goes to.")
    private List<String> inputs = List.of();

    @Option(names = "--train", paramLabel = "IN", description = "All its shapes are for training.")
    private List<String> train = List.of();

    @Option(names = "--validation", paramLabel = "IN", description = "All its shapes are for validation.")
    private List<String> validation = List.of();

    @Option(names = "--test", paramLabel = "IN", description = "All its shapes are for the test.")
    private List<String> test = List.of();

    @Option(
            names = "--shares",
            split = ",",
            arity = "1",
            paramLabel = "TRAIN,VALIDATION,TEST",
            description = "Of shapes that no split is said for (default: 0.9,0.05,0.05).")
    private List<Double> shares = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the dataset.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "Of the dataset (default: the folder's).")
    private String name;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The same one, the same dataset.")
    private long seed;

    @Option(names = "--count", paramLabel = "N", defaultValue = "256", description = "Points kept of each shape.")
    private int count;

    @Option(names = "--sampled", paramLabel = "N", defaultValue = "8192", description = "Points they are chosen from.")
    private int sampled;

    @Option(
            names = "--no-solids",
            description = "Keep no STEP; procedural shapes are then made without the kernel, ten times as fast.")
    private boolean withoutSolids;

    @Option(names = "--unit-size", paramLabel = "N", description = "Shapes a shard (default: 100).")
    private Integer unitSize;

    @Mixin
    private WorkersOption workers;

    @Option(names = "--overwrite", description = "Replace the dataset that is there.")
    private boolean overwrite;

    Path out() {
        return out;
    }

    boolean overwrite() {
        return overwrite;
    }

    WorkersOption workers() {
        return workers;
    }

    /** @throws CommandFailure if there is no source */
    List<SourceArgument> sources() {
        List<SourceArgument> sources = new ArrayList<>();
        train.forEach(text -> sources.add(new SourceArgument(text, Optional.of(Split.TRAIN))));
        validation.forEach(text -> sources.add(new SourceArgument(text, Optional.of(Split.VALIDATION))));
        test.forEach(text -> sources.add(new SourceArgument(text, Optional.of(Split.TEST))));
        inputs.forEach(text -> sources.add(new SourceArgument(text, Optional.empty())));
        if (sources.isEmpty()) {
            throw CommandFailure.usage("There is nothing to build from: give folders, zips or procedural:COUNT.");
        }
        return sources;
    }

    /**
     * Copies the sources into the store.
     *
     * @throws CommandFailure if a source or a value is refused
     */
    BuildSpecification specification(ArtifactStore store) {
        List<SourceSpecification> sources = sources().stream()
                .flatMap(source -> source.read(store).stream())
                .toList();
        try {
            return new BuildSpecification(
                    name == null ? nameOf(out) : name,
                    seed,
                    sources,
                    splitShares(),
                    Optional.of(new BuildSpecification.PointCounts(count, sampled)),
                    Optional.of(!withoutSolids),
                    Optional.ofNullable(unitSize));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("The dataset cannot be built so: " + e.getMessage() + ".");
        }
    }

    private Optional<BuildSpecification.SplitShares> splitShares() {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        if (shares.size() != 3) {
            throw CommandFailure.usage("--shares takes three numbers, for example 0.8,0.1,0.1.");
        }
        return Optional.of(new BuildSpecification.SplitShares(shares.get(0), shares.get(1), shares.get(2)));
    }

    /** The folder's name, in the letters that a dataset's name may have. */
    private static String nameOf(Path folder) {
        String text = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        String clean =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]", "-").replaceAll("^[^a-z0-9]+", "");
        return clean.isEmpty() ? "dataset" : clean.substring(0, Math.min(63, clean.length()));
    }
}
