package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.HostFunction;
import dev.cadwright.cad.python.value.HostType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The part of CadQuery that programs may use, printed from the tables that execute it. */
public final class CadQueryReference {
    private CadQueryReference() {}

    /** Markdown: for each class its methods with their parameters, its properties, and what is known but not executed. */
    public static String markdown() {
        StringBuilder text = new StringBuilder();
        for (HostType type : Modules.TYPES) {
            section(
                    text,
                    type,
                    type == ShapeTypes.SHAPE
                            ? List.of()
                            : ShapeTypes.SHAPE.members().keySet());
        }
        text.append("## Selectors\n\n| class | parameters |\n|---|---|\n");
        new TreeMap<>(SelectorValue.all())
                .forEach((name, type) -> text.append(row(
                        name,
                        type.constructor()
                                .map(made -> made.signature().toString())
                                .orElse(""))));
        text.append("\n## Free functions (`cadquery.func`)\n\n| function | parameters |\n|---|---|\n");
        new TreeMap<>(FreeFunctions.ALL)
                .forEach((name, function) ->
                        text.append(row(name, function.signature().toString())));
        text.append("\nNot executed:\n\n");
        new TreeMap<>(FreeFunctions.UNSUPPORTED).forEach((name, reason) -> text.append("- `")
                .append(name)
                .append("`: ")
                .append(reason)
                .append('\n'));
        return text.toString();
    }

    private static void section(StringBuilder text, HostType type, Iterable<String> inherited) {
        List<String> shared = new ArrayList<>();
        if (type.members().keySet().containsAll(ShapeTypes.SHAPE.members().keySet()) && type != ShapeTypes.SHAPE) {
            inherited.forEach(shared::add);
        }
        text.append("## ").append(type.name()).append("\n\n");
        type.constructor().ifPresent(made -> text.append('`')
                .append(type.name())
                .append('(')
                .append(made.signature())
                .append(")`\n\n"));
        if (!shared.isEmpty()) {
            text.append("All of `Shape`, and:\n\n");
        }
        text.append("| method | parameters |\n|---|---|\n");
        List<String> properties = new ArrayList<>();
        List<String> unsupported = new ArrayList<>();
        for (Map.Entry<String, HostType.Member> entry : type.members().entrySet()) {
            String name = entry.getKey();
            if (shared.contains(name)
                    && entry.getValue() == ShapeTypes.SHAPE.members().get(name)) {
                continue;
            }
            switch (entry.getValue()) {
                case HostType.Member.Method(var method) ->
                    text.append(row(name, method.signature().toString()));
                case HostType.Member.Static(HostFunction function) ->
                    text.append(
                            row(type.name() + "." + name, function.signature().toString()));
                case HostType.Member.Static(var value) -> properties.add("`" + name + "`");
                case HostType.Member.Property property -> properties.add("`" + name + "`");
                case HostType.Member.Unsupported(String reason) -> unsupported.add("`" + name + "` (" + reason + ")");
            }
        }
        text.append('\n');
        if (!properties.isEmpty()) {
            text.append("Properties: ").append(String.join(", ", properties)).append(".\n\n");
        }
        if (!unsupported.isEmpty()) {
            text.append("Not executed: ").append(String.join(", ", unsupported)).append(".\n\n");
        }
    }

    private static String row(String name, String parameters) {
        String shown = parameters.isEmpty() ? "" : "`" + parameters.replace("|", "\\|") + "`";
        return "| `" + name + "` | " + shown + " |\n";
    }
}
