package dev.cadwright.cad.openscad;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.NearestName;
import dev.cadwright.cad.SourceSpan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a walk over a program found. */
final class Findings {
    private static final int MOST = 200;

    private final boolean complete;
    private final List<Diagnostic> warnings = new ArrayList<>();
    private final TreeSet<String> usedModules = new TreeSet<>();

    /** @param complete whether all files are here: where one is not, names may well come from it */
    Findings(boolean complete) {
        this.complete = complete;
    }

    List<Diagnostic> warnings() {
        return warnings;
    }

    List<String> usedModules() {
        return List.copyOf(usedModules);
    }

    void use(String module) {
        usedModules.add(module);
    }

    void unknown(String kind, String name, SourceSpan span, Collection<String> known) {
        if (complete) {
            String effect = kind.equals("module") ? "it makes nothing" : "its value is undef";
            warn(
                    span,
                    "reference." + kind,
                    "there is no " + kind + " \"" + name + "\": " + effect,
                    NearestName.quotedHint(name, known));
        }
    }

    void argument(String of, String name, SourceSpan span, Collection<String> known) {
        String hint = NearestName.quotedHint(name, known);
        String takes = known.isEmpty() ? "it takes none" : "it takes " + String.join(", ", new TreeSet<>(known));
        warn(
                span,
                "reference.argument",
                "\"" + of + "\" takes no argument \"" + name + "\"",
                hint.isEmpty() ? takes : hint);
    }

    void tooMany(String of, int most, SourceSpan span) {
        warn(span, "reference.arguments", "\"" + of + "\" takes at most " + most + " arguments", "");
    }

    private void warn(SourceSpan span, String code, String message, String hint) {
        if (warnings.size() < MOST) {
            warnings.add(Diagnostic.at(span, code, message, hint));
        }
    }
}
