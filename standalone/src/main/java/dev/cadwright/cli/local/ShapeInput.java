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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** What an input describes: something to execute, a finished mesh, or text that does not read. */
public sealed interface ShapeInput {
    Set<String> SOLIDS = Set.of(".step", ".stp", ".json", ".sketch");
    Set<String> SHAPES = Set.of(".step", ".stp", ".json", ".sketch", ".stl", ".obj");

    /** @param language its label, or {@code step} */
    record Executable(String language, Source source) implements ShapeInput {}

    record Finished(Mesh mesh) implements ShapeInput {}

    record Unreadable(String language, Diagnostic diagnostic) implements ShapeInput {}

    /** @throws IOException if the input cannot be read, or is no mesh of the form that its name says */
    static ShapeInput read(Input input) throws IOException {
        String ending = input.ending().toLowerCase(Locale.ROOT);
        if (input.language().isPresent()) {
            return program(input.language().get(), input.bytes());
        }
        return switch (ending) {
            case ".step", ".stp" -> new Executable("step", new Source.Step(input.bytes()));
            case ".stl" -> new Finished(Stl.parse(input.bytes()));
            case ".obj" -> new Finished(Obj.parse(input.bytes()));
            default ->
                throw new IOException(
                        input.name()
                                + " is of no known kind; name it .json (DeepCAD), .sketch, .step, .stl or .obj, or give --language");
        };
    }

    private static ShapeInput program(Language language, byte[] text) {
        return switch (Programs.parse(language, new String(text, StandardCharsets.UTF_8))) {
            case Parse.Ok<Construction>(Construction construction) ->
                new Executable(language.label(), new Source.Program(construction));
            case Parse.Failed<Construction> failed ->
                new Unreadable(language.label(), failed.diagnostics().getFirst());
        };
    }
}
