package dev.cadwright.cad.openscad;

import dev.cadwright.cad.openscad.ScadParameter.Bounds;
import dev.cadwright.cad.openscad.ScadParameter.Choice;
import dev.cadwright.cad.openscad.ScadParameter.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parameters of a program and reads the comments about them. */
final class ParameterReader {
    private static final Pattern GROUP = Pattern.compile("^\\s*/\\*\\s*\\[([^\\]]*)]\\s*\\*/");
    private static final Pattern RANGE = Pattern.compile("([^:,]*):([^:,]*)(?::([^:,]*))?");

    private final List<String> lines;

    ParameterReader(String text) {
        this.lines = text.lines().toList();
    }

    List<ScadParameter> read(ScadProgram program) {
        List<ScadParameter> parameters = new ArrayList<>();
        for (Statement statement : program.statements()) {
            if (statement instanceof Statement.ModuleDefinition || statement instanceof Statement.FunctionDefinition) {
                break;
            }
            if (statement instanceof Statement.Assignment assignment) {
                kind(assignment.value()).ifPresent(kind -> parameters.add(parameter(assignment, kind)));
            }
        }
        return parameters;
    }

    private ScadParameter parameter(Statement.Assignment assignment, Kind kind) {
        int line = assignment.span().line();
        String group = group(line);
        String annotation =
                annotation(assignment.span().endLine(), assignment.span().endColumn());
        boolean text = kind == Kind.TEXT;
        Optional<Bounds> bounds = bounds(annotation, text);
        List<Choice> choices =
                bounds.isPresent() || kind == Kind.TRUTH || kind == Kind.VECTOR ? List.of() : choices(annotation);
        return new ScadParameter(
                assignment.name(),
                kind,
                ExpressionPrinter.print(assignment.value()),
                description(line),
                group,
                group.equalsIgnoreCase("hidden"),
                bounds,
                choices,
                line);
    }

    private static Optional<Kind> kind(Expression value) {
        if (value instanceof Expression.Text) {
            return Optional.of(Kind.TEXT);
        }
        if (value instanceof Expression.Truth) {
            return Optional.of(Kind.TRUTH);
        }
        if (value instanceof Expression.Vector(var elements, var span)) {
            boolean numbers = elements.stream().allMatch(ParameterReader::isNumber);
            return numbers && !elements.isEmpty() && elements.size() <= 4 ? Optional.of(Kind.VECTOR) : Optional.empty();
        }
        return isNumber(value) ? Optional.of(Kind.NUMBER) : Optional.empty();
    }

    private static boolean isNumber(Expression value) {
        return value instanceof Expression.Literal
                || (value instanceof Expression.Unary unary
                        && "+-".contains(unary.operator())
                        && unary.operand() instanceof Expression.Literal);
    }

    private String group(int line) {
        for (int i = line - 1; i >= 0; i--) {
            Matcher heading = GROUP.matcher(lineAt(i));
            if (heading.find()) {
                return heading.group(1).strip();
            }
        }
        return "Parameters";
    }

    private String description(int line) {
        String above = lineAt(line - 2).strip();
        return above.startsWith("//") ? above.substring(2).strip() : "";
    }

    /** What stands in the brackets of the line comment behind; a bare number is a maximum. Empty where there is none. */
    private String annotation(int line, int column) {
        String whole = lineAt(line - 1);
        String rest = whole.substring(Math.min(whole.length(), Math.max(0, column - 1)))
                .strip();
        if (!rest.startsWith("//")) {
            return "";
        }
        String comment = rest.substring(2).strip();
        if (comment.startsWith("[")) {
            int end = comment.lastIndexOf(']');
            return end < 0 ? "" : comment.substring(1, end);
        }
        return number(comment).isPresent() ? comment : "";
    }

    private static Optional<Bounds> bounds(String annotation, boolean text) {
        if (annotation.contains("\"")) {
            return Optional.empty();
        }
        Matcher range = RANGE.matcher(annotation);
        if (range.matches()) {
            boolean stepped = range.group(3) != null;
            Optional<Double> low = number(range.group(1));
            Optional<Double> high = number(range.group(stepped ? 3 : 2));
            Optional<Double> step = stepped ? number(range.group(2)) : Optional.empty();
            return low.isPresent() && !text ? high.map(maximum -> new Bounds(low, step, maximum)) : Optional.empty();
        }
        return number(annotation).map(maximum -> new Bounds(Optional.empty(), Optional.empty(), maximum));
    }

    private static List<Choice> choices(String annotation) {
        List<Choice> choices = new ArrayList<>();
        for (String entry : split(annotation)) {
            int colon = entry.indexOf(':');
            String value = colon < 0 ? entry : entry.substring(0, colon);
            String label = colon < 0 ? entry : entry.substring(colon + 1);
            choices.add(new Choice(bare(value), bare(label)));
        }
        return choices;
    }

    /** At commas outside quotation marks. */
    private static List<String> split(String annotation) {
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        boolean quoted = false;
        for (char character : annotation.toCharArray()) {
            quoted ^= character == '"';
            if (character == ',' && !quoted) {
                entries.add(entry.toString());
                entry.setLength(0);
            } else {
                entry.append(character);
            }
        }
        entries.add(entry.toString());
        return entries.stream().filter(text -> !text.isBlank()).toList();
    }

    private static String bare(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() >= 2 && stripped.startsWith("\"") && stripped.endsWith("\"");
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    private static Optional<Double> number(String text) {
        String stripped = text.strip();
        return stripped.matches("[-+]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})([eE][-+]?\\d{1,4})?")
                ? Optional.of(Double.valueOf(stripped))
                : Optional.empty();
    }

    private String lineAt(int index) {
        return index >= 0 && index < lines.size() ? lines.get(index) : "";
    }
}
