package dev.cadwright.cad.language;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.openscad.ScadLanguage;
import dev.cadwright.cad.openscad.ScadReport;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What can be said of a program without executing it.
 *
 * @param errors what keeps it from running, or its construction from being a sound solid
 * @param warnings what its language allows and nobody means
 */
public record ProgramCheck(Language language, List<Diagnostic> errors, List<Diagnostic> warnings) {
    public ProgramCheck {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /**
     * Checks a program.
     *
     * @param name its path among the files
     * @param files the texts that it may include, by path; only OpenSCAD's programs include others
     */
    public static ProgramCheck of(Language language, String name, String text, Map<String, String> files) {
        return switch (language) {
            case DEEPCAD, FUSION360, SKETCH, OPENECAD -> history(language, Programs.parse(language, text));
            case OPENSCAD -> {
                ScadReport report = ScadLanguage.check(name, text, files);
                yield new ProgramCheck(language, report.errors(), report.warnings());
            }
            case CADQUERY ->
                switch (CadQueryProgram.parse(text)) {
                    case Parse.Ok<CadQueryProgram>(var program) ->
                        new ProgramCheck(language, program.check(), List.of());
                    case Parse.Failed<CadQueryProgram>(var diagnostics) ->
                        new ProgramCheck(language, diagnostics, List.of());
                };
        };
    }

    /** Checks a program's file: text, or an array (see {@link Programs#parse(Language, byte[])}). */
    public static ProgramCheck of(Language byName, String name, byte[] file, Map<String, String> files) {
        if (Programs.isVector(byName, file)) {
            return history(byName, Programs.parse(byName, file));
        }
        String text = new String(file, StandardCharsets.UTF_8);
        return of(Programs.recognise(byName, text), name, text, files);
    }

    public boolean isOk() {
        return errors.isEmpty();
    }

    private static ProgramCheck history(Language language, Parse<Construction> parse) {
        return switch (parse) {
            case Parse.Ok<Construction>(var construction) ->
                new ProgramCheck(language, ConstructionCheck.check(construction), List.of());
            case Parse.Failed<Construction>(var diagnostics) -> new ProgramCheck(language, diagnostics, List.of());
        };
    }
}
