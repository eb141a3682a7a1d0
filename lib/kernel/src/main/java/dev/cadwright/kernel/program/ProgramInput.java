package dev.cadwright.kernel.program;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** What the content of a file is read as: something to execute, or text that does not read. */
public sealed interface ProgramInput {
    /** The language's label, or {@link ProgramNames#STEP}. */
    String language();

    record Executable(String language, ProgramSource source) implements ProgramInput {
        public Executable {
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(source, "source");
        }
    }

    record Unreadable(String language, Diagnostic diagnostic) implements ProgramInput {
        public Unreadable {
            Objects.requireNonNull(language, "language");
            Objects.requireNonNull(diagnostic, "diagnostic");
        }
    }

    /**
     * Reads a file as its name says, and where languages share the ending of names, its content.
     *
     * @param name a path with {@code /} between the parts
     * @param files what the program may include
     * @return empty if the name says no language
     * @throws IOException if a file that it includes cannot be read
     */
    static Optional<ProgramInput> named(String name, byte[] content, ScadFiles.Folder files) throws IOException {
        if (ProgramNames.isStep(name)) {
            return Optional.of(step(content));
        }
        Optional<Language> language = ProgramNames.language(name);
        return language.isEmpty() ? Optional.empty() : Optional.of(of(language.get(), name, content, files));
    }

    /** A STEP file. */
    static ProgramInput step(byte[] content) {
        return new Executable(ProgramNames.STEP, new ProgramSource.Exact(new Source.Step(content)));
    }

    /**
     * Reads a program.
     *
     * @param language what is known of it; see {@link Programs#recognise}
     * @throws IOException if a file that it includes cannot be read
     */
    static ProgramInput of(Language language, String name, byte[] content, ScadFiles.Folder files) throws IOException {
        if (Programs.isVector(language, content)) {
            return history(language, Programs.parse(language, content));
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (language == Language.OPENSCAD) {
            return new Executable(language.label(), new ProgramSource.Scad(ScadFiles.gather(name, text, files)));
        }
        Language recognised = Programs.recognise(language, text);
        if (recognised == Language.CADQUERY) {
            return switch (CadQueryProgram.parse(text)) {
                case Parse.Ok<CadQueryProgram>(var program) ->
                    new Executable(recognised.label(), new ProgramSource.CadQuery(program));
                case Parse.Failed<CadQueryProgram>(var diagnostics) ->
                    new Unreadable(recognised.label(), diagnostics.getFirst());
            };
        }
        return history(recognised, Programs.parse(recognised, text));
    }

    private static ProgramInput history(Language language, Parse<Construction> parse) {
        return switch (parse) {
            case Parse.Ok<Construction>(Construction construction) ->
                new Executable(language.label(), new ProgramSource.Exact(new Source.Program(construction)));
            case Parse.Failed<Construction> failed ->
                new Unreadable(language.label(), failed.diagnostics().getFirst());
        };
    }
}
