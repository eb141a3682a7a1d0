package dev.cadwright.cli.local.benchmark;

import dev.cadwright.cli.local.generate.ModelLoader;
import dev.cadwright.cli.terminal.CommandFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model of a benchmark: its name in the report, and its folder. */
record Contestant(String name, Path folder) {
    /** By the folders' own names, or by what was said where two share one. */
    static List<Contestant> of(List<String> models, ModelLoader loader) {
        List<Contestant> contestants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> shortNames = new HashSet<>();
        boolean ambiguous = !models.stream().map(Contestant::shortName).allMatch(shortNames::add);
        for (String model : models) {
            String name = ambiguous ? model : shortName(model);
            if (!names.add(name)) {
                throw CommandFailure.usage("--models names " + model + " twice.");
            }
            contestants.add(new Contestant(name, loader.find(model)));
        }
        return contestants;
    }

    /** For a file about it. */
    String fileName() {
        return name.replaceAll("[^A-Za-z0-9._-]+", "-");
    }

    private static String shortName(String model) {
        return String.valueOf(Path.of(model).toAbsolutePath().normalize().getFileName());
    }
}
