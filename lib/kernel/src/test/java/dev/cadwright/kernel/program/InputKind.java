package dev.cadwright.kernel.program;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.deepcad.vector.CadVector;
import dev.cadwright.cad.deepcad.vector.VectorFile;
import dev.cadwright.cad.deepcad.vector.VectorReader;
import dev.cadwright.kernel.Source;
import dev.cadwright.kernel.openscad.ScadFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What a hostile input claims to be. */
enum InputKind {
    DEEPCAD,
    VECTOR,
    FUSION360,
    SKETCH,
    OPENECAD,
    CADQUERY,
    OPENSCAD,
    STEP;

    static InputKind named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isText() {
        return this != VECTOR;
    }

    /** Reads what a user hands in; no files beside it. */
    ProgramInput read(byte[] content) {
        return switch (this) {
            case STEP -> ProgramInput.step(content);
            case VECTOR -> vector(content);
            case DEEPCAD -> of(Language.DEEPCAD, "x.json", content);
            case FUSION360 -> of(Language.FUSION360, "x.fusion360.json", content);
            case SKETCH -> of(Language.SKETCH, "x.sketch", content);
            case OPENECAD -> of(Language.OPENECAD, "x.openecad.py", content);
            case CADQUERY -> of(Language.CADQUERY, "x.py", content);
            case OPENSCAD -> of(Language.OPENSCAD, "x.scad", content);
        };
    }

    private static ProgramInput of(Language language, String name, byte[] content) {
        try {
            return ProgramInput.of(language, name, content, ScadFiles.Folder.EMPTY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProgramInput vector(byte[] file) {
        Parse<CadVector> rows = VectorFile.readNpy(file);
        return switch (rows.then(VectorReader::read)) {
            case Parse.Ok<Construction>(var construction) ->
                new ProgramInput.Executable(label(), new ProgramSource.Exact(new Source.Program(construction)));
            case Parse.Failed<Construction>(var diagnostics) ->
                new ProgramInput.Unreadable(label(), diagnostics.getFirst());
        };
    }
}
