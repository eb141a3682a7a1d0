package dev.cadwright.gateway.program;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemException;
import dev.cadwright.gateway.upload.EntryName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program of a request, with its language settled.
 *
 * @param files what it may include, by path
 */
record ProgramText(Language language, String name, String text, Map<String, String> files) {
    /**
     * @throws ProblemException if the language is unknown, or neither said nor to be seen from the name or the text
     */
    static ProgramText of(String language, String name, String text, Map<String, String> files) {
        requirePaths(name, files);
        Language settled = language == null ? recognised(name, text) : named(language, "/language");
        return new ProgramText(
                Programs.recognise(settled, text),
                name == null ? "program" + settled.extension() : name,
                text,
                files == null ? Map.of() : Map.copyOf(files));
    }

    /** The language of that name. */
    static Language named(String label, String pointer) {
        return Language.named(label)
                .orElseThrow(() -> ProblemException.invalid(
                        pointer,
                        "unknown_language",
                        "There is no language \"%s\".".formatted(brief(label)),
                        NearestName.of(label, labels())
                                .map("Did you mean \"%s\"?"::formatted)
                                .orElse("Languages are " + String.join(", ", labels()) + ".")));
    }

    /** Refuses names that are no relative paths. */
    static void requirePaths(String name, Map<String, String> files) {
        List<Fault> faults = new ArrayList<>();
        if (name != null) {
            fault("/name", name).ifPresent(faults::add);
        }
        if (files != null) {
            files.keySet().stream().sorted().forEach(path -> fault("/files", path)
                    .ifPresent(faults::add));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
    }

    private static Optional<Fault> fault(String pointer, String path) {
        return EntryName.fault(path)
                .map(fault -> new Fault(
                        pointer,
                        "wrong_form",
                        "\"%s\" %s.".formatted(brief(path), fault),
                        "Write it like parts/box.scad: relative, with / between the parts, without . and ..."));
    }

    private static Language recognised(String name, String text) {
        return Optional.ofNullable(name)
                .flatMap(ProgramNames::language)
                .or(() -> Programs.recognise(text))
                .orElseThrow(() -> ProblemException.invalid(
                        "/language",
                        "required",
                        "Neither the name nor the text says which language this is.",
                        "Languages are " + String.join(", ", labels()) + "."));
    }

    private static List<String> labels() {
        return Arrays.stream(Language.values()).map(Language::label).toList();
    }

    private static String brief(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
