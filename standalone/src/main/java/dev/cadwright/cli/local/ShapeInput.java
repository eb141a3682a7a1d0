package dev.cadwright.cli.local;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Obj;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.openscad.ScadSource;
import dev.cadwright.kernel.program.ProgramSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What an input describes: something to execute, a finished mesh, or text that does not read. */
public sealed interface ShapeInput {
    Set<String> SOLIDS = Set.of(".step", ".stp", ".json", ".sketch", ".scad");
    Set<String> SHAPES = Set.of(".step", ".stp", ".json", ".sketch", ".scad", ".stl", ".obj");

    /** @param language its label, or {@code step} */
    record Executable(String language, ProgramSource source) implements ShapeInput {}

    record Finished(Mesh mesh) implements ShapeInput {}

    record Unreadable(String language, Diagnostic diagnostic) implements ShapeInput {}

    /** @throws IOException if the input cannot be read, or is no mesh of the form that its name says */
    static ShapeInput read(Input input) throws IOException {
        String ending = input.ending().toLowerCase(Locale.ROOT);
        if (input.language().isPresent()) {
            return program(input, input.language().get());
        }
        return switch (ending) {
            case ".step", ".stp" -> new Executable("step", new ProgramSource.Exact(new Source.Step(input.bytes())));
            case ".stl" -> new Finished(Stl.parse(input.bytes()));
            case ".obj" -> new Finished(Obj.parse(input.bytes()));
            default ->
                throw new IOException(
                        input.name()
                                + " is of no known kind; name it .json (DeepCAD, Fusion 360), .sketch, .scad, .step, .stl or .obj, or give --language");
        };
    }

    private static ShapeInput program(Input input, Language named) throws IOException {
        if (named == Language.OPENSCAD) {
            return new Executable(named.label(), new ProgramSource.Scad(scad(input)));
        }
        String text = new String(input.bytes(), StandardCharsets.UTF_8);
        Language language = Programs.recognise(named, text);
        return switch (Programs.parse(language, text)) {
            case Parse.Ok<Construction>(Construction construction) ->
                new Executable(language.label(), new ProgramSource.Exact(new Source.Program(construction)));
            case Parse.Failed<Construction> failed ->
                new Unreadable(language.label(), failed.diagnostics().getFirst());
        };
    }

    /** The program, and of the files in its folder those that it names. */
    private static ScadSource scad(Input input) throws IOException {
        return switch (input) {
            case Input.File file -> ScadFiles.beside(file.path()).read(file.path());
            case Input.StandardInput standard -> ScadSource.of(new String(standard.bytes(), StandardCharsets.UTF_8));
        };
    }
}
