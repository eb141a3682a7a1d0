package dev.cadwright.cad.sketch;

import java.util.Collection;
import java.util.stream.Collectors;

/** The language's words as tables, printed from those that it is read by. */
final class SketchReference {
    private SketchReference() {}

    static String markdown() {
        return table("Functions", "", Vocabulary.FUNCTIONS.values())
                + "\n"
                + table("Methods of a sketch", ".", Vocabulary.METHODS.values())
                + "\nOperations: "
                + Vocabulary.OPERATIONS.keySet().stream()
                        .map(word -> "`\"" + word + "\"`")
                        .collect(Collectors.joining(", "))
                + ".\n";
    }

    private static String table(String heading, String before, Collection<Signature> signatures) {
        StringBuilder text = new StringBuilder("## " + heading + "\n\n| call | parameters |\n|---|---|\n");
        for (Signature signature : signatures) {
            String parameters = signature.parameters().stream()
                    .map(parameter -> "`" + parameter.name() + "`" + (parameter.required() ? "" : "?") + " "
                            + kind(parameter.kind()))
                    .collect(Collectors.joining(", "));
            text.append("| `%s%s` | %s |%n".formatted(before, signature.name(), parameters));
        }
        return text.toString().replace("\r", "");
    }

    private static String kind(Parameter.Kind kind) {
        return switch (kind) {
            case NUMBER -> "number";
            case WHOLE -> "whole number";
            case FLAG -> "`True` or `False`";
            case POINT -> "(x, y)";
            case VECTOR -> "(x, y, z)";
            case POINTS -> "[(x, y), …]";
            case LINE -> "((x, y), (x, y))";
            case NUMBERS -> "[number, …]";
            case OPERATION -> "an operation";
            case SKETCH -> "a sketch";
            case SKETCHES -> "[sketch, sketch, …]";
        };
    }
}
