package dev.cadwright.cli.local;

import dev.cadwright.cad.Language;
import dev.cadwright.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command reads: files, folders (walked, sorted) or {@code -}. */
public final class InputOptions {
    @Parameters(
            arity = "1..*",
            paramLabel = "IN",
            description =
                    "Files, folders (walked, sorted) or - for standard input. In folders .npy files are taken for "
                            + "point clouds: name those that are programs.")
    private List<String> inputs;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description =
                    "The programs' language (deepcad, fusion360, sketch, openecad, cadquery, openscad); otherwise the file's name says it.")
    private String language;

    /**
     * @param endings of the files to take from folders, lower case with the dot
     * @throws CommandFailure if an input does not exist or a folder has no such file
     */
    public List<Input> resolve(Set<String> endings) {
        return resolve(inputs, forcedLanguage(), endings);
    }

    /** As above, for inputs that were named otherwise. */
    public static List<Input> resolve(List<String> inputs, Optional<Language> forced, Set<String> endings) {
        List<Input> resolved = new ArrayList<>();
        for (String input : inputs) {
            if (input.equals("-")) {
                resolved.add(new Input.StandardInput(forced.orElseThrow(() ->
                        CommandFailure.usage("Standard input needs --language, for example --language sketch."))));
            } else if (Files.isDirectory(Path.of(input))) {
                resolved.addAll(walk(Path.of(input), endings, forced));
            } else if (Files.isRegularFile(Path.of(input))) {
                resolved.add(new Input.File(Path.of(input), input, forced));
            } else {
                throw CommandFailure.usage(input + " does not exist.");
            }
        }
        return resolved;
    }

    private Optional<Language> forcedLanguage() {
        return Optional.ofNullable(language).map(label -> Language.named(label)
                .orElseThrow(() -> CommandFailure.usage("There is no language " + label + "; known are "
                        + Arrays.stream(Language.values()).map(Language::label).collect(Collectors.joining(", "))
                        + ".")));
    }

    private static List<Input> walk(Path folder, Set<String> endings, Optional<Language> forced) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Input> found = files.filter(Files::isRegularFile)
                    .filter(file -> forced.isPresent() || endings.contains(ending(file)))
                    .sorted()
                    .map(file ->
                            (Input) new Input.File(file, folder.relativize(file).toString(), forced))
                    .toList();
            if (found.isEmpty()) {
                throw CommandFailure.usage(folder + " holds no file that this command reads ("
                        + endings.stream().sorted().collect(Collectors.joining(", ")) + ").");
            }
            return found;
        } catch (IOException e) {
            throw CommandFailure.usage(folder + " cannot be read: " + e.getMessage());
        }
    }

    public static String ending(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }
}
