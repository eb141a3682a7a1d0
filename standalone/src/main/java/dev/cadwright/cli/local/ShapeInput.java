package dev.cadwright.cli.local;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.format.Obj;
import dev.cadwright.geometry.format.Stl;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadFiles;
import dev.cadwright.kernel.program.ProgramInput;
import dev.cadwright.kernel.program.ProgramSource;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** What an input describes: something to execute, a finished mesh, or text that does not read. */
public sealed interface ShapeInput {
    Set<String> SOLIDS = Set.of(".step", ".stp", ".json", ".h5", ".sketch", ".py", ".scad");
    Set<String> SHAPES = Set.of(".step", ".stp", ".json", ".h5", ".sketch", ".py", ".scad", ".stl", ".obj");

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
                                + " is of no known kind; name it .json (DeepCAD, Fusion 360), .h5 or .npy (DeepCAD's vectors), .sketch, .py (CadQuery), .scad, .step, .stl or .obj, or give --language");
        };
    }

    private static ShapeInput program(Input input, Language named) throws IOException {
        return switch (read(input, named)) {
            case ProgramInput.Executable(var language, var source) -> new Executable(language, source);
            case ProgramInput.Unreadable(var language, var diagnostic) -> new Unreadable(language, diagnostic);
        };
    }

    /** The program, and of the files in its folder those that it names. */
    private static ProgramInput read(Input input, Language named) throws IOException {
        return switch (input) {
            case Input.File file
            when named == Language.OPENSCAD ->
                new ProgramInput.Executable(
                        named.label(),
                        new ProgramSource.Scad(ScadFiles.beside(file.path()).read(file.path())));
            case Input.File file -> ProgramInput.of(named, file.name(), file.bytes(), ScadFiles.Folder.EMPTY);
            case Input.StandardInput standard ->
                ProgramInput.of(named, "program" + named.extension(), standard.bytes(), ScadFiles.Folder.EMPTY);
        };
    }
}
