package dev.cadwright.cad.openscad;

import dev.cadwright.cad.openscad.Expression.Suffix;
import java.util.List;
import java.util.stream.Collectors;

/** Prints expressions with the parentheses that they need. */
final class ExpressionPrinter {
    private ExpressionPrinter() {}

    static String print(Expression expression) {
        return print(expression, Ranks.LOOSEST);
    }

    static String arguments(List<Argument> arguments) {
        return "(" + bare(arguments) + ")";
    }

    static String parameters(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name()
                        + parameter.value().map(value -> " = " + print(value)).orElse(""))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String bare(List<Argument> arguments) {
        return arguments.stream()
                .map(argument -> argument.name().map(name -> name + " = ").orElse("") + print(argument.value()))
                .collect(Collectors.joining(", "));
    }

    /** In parentheses where it binds more loosely than its place asks for. */
    private static String print(Expression expression, int rank) {
        return rank(expression) < rank ? "(" + text(expression) + ")" : text(expression);
    }

    private static int rank(Expression expression) {
        return switch (expression) {
            case Expression.Chain chain -> Ranks.of(chain.rest().getFirst().operator());
            case Expression.Unary _ -> Ranks.UNARY;
            case Expression.Power _ -> Ranks.POWER;
            case Expression.Conditional _, Expression.Lambda _, Expression.Prefixed _ -> Ranks.LOOSEST;
            case Expression.Each _, Expression.For _, Expression.Loop _, Expression.When _ -> Ranks.LOOSEST;
            case Expression.Access _,
                    Expression.Literal _,
                    Expression.Text _,
                    Expression.Truth _,
                    Expression.Undefined _,
                    Expression.Name _,
                    Expression.Vector _,
                    Expression.Range _ -> Ranks.ACCESS;
        };
    }

    private static String text(Expression expression) {
        return switch (expression) {
            case Expression.Literal literal -> number(literal.value());
            case Expression.Text string -> ScadEscapes.quoted(string.value());
            case Expression.Truth truth -> Boolean.toString(truth.value());
            case Expression.Undefined _ -> "undef";
            case Expression.Name name -> name.name();
            case Expression.Unary unary -> unary.operator() + print(unary.operand(), Ranks.UNARY);
            case Expression.Power power ->
                print(power.base(), Ranks.ACCESS) + " ^ " + print(power.exponent(), Ranks.UNARY);
            case Expression.Chain chain -> chain(chain);
            case Expression.Conditional conditional -> conditional(conditional);
            case Expression.Access access ->
                print(access.target(), Ranks.ACCESS)
                        + access.suffixes().stream()
                                .map(ExpressionPrinter::suffix)
                                .collect(Collectors.joining());
            case Expression.Vector vector ->
                vector.elements().stream().map(ExpressionPrinter::print).collect(Collectors.joining(", ", "[", "]"));
            case Expression.Range range ->
                "[" + print(range.begin()) + " : "
                        + range.step().map(step -> print(step) + " : ").orElse("") + print(range.end()) + "]";
            case Expression.Lambda lambda -> "function" + parameters(lambda.parameters()) + " " + print(lambda.body());
            case Expression.Prefixed prefixed ->
                prefixed.word()
                        + arguments(prefixed.arguments())
                        + prefixed.body().map(body -> " " + print(body)).orElse("");
            case Expression.Each each -> "each " + print(each.vector());
            case Expression.For loop -> "for (" + bare(loop.ranges()) + ") " + print(loop.body());
            case Expression.Loop loop ->
                "for (" + bare(loop.initial()) + "; " + print(loop.condition()) + "; " + bare(loop.step()) + ") "
                        + print(loop.body());
            case Expression.When when -> when(when);
        };
    }

    private static String chain(Expression.Chain chain) {
        int rank = rank(chain);
        StringBuilder text = new StringBuilder(print(chain.first(), rank));
        chain.rest()
                .forEach(term ->
                        text.append(' ').append(term.operator()).append(' ').append(print(term.operand(), rank + 1)));
        return text.toString();
    }

    private static String conditional(Expression.Conditional conditional) {
        StringBuilder text = new StringBuilder();
        conditional.cases().forEach(choice -> text.append(print(choice.condition(), 0))
                .append(" ? ")
                .append(print(choice.value()))
                .append(" : "));
        return text.append(print(conditional.otherwise())).toString();
    }

    private static String suffix(Suffix suffix) {
        return switch (suffix) {
            case Suffix.Call(var arguments) -> arguments(arguments);
            case Suffix.Index(var index) -> "[" + print(index) + "]";
            case Suffix.Member(var name) -> "." + name;
        };
    }

    /** An else belongs to the nearest if: what could take it stands in parentheses. */
    private static String when(Expression.When when) {
        boolean guarded = when.otherwise().isPresent() && rank(when.then()) == Ranks.LOOSEST;
        String then = guarded ? "(" + text(when.then()) + ")" : text(when.then());
        return "if (" + print(when.condition()) + ") " + then
                + when.otherwise().map(other -> " else " + print(other)).orElse("");
    }

    private static String number(double value) {
        if (value == Math.rint(value) && value < 1e15) {
            return Long.toString((long) value);
        }
        if (Double.isInfinite(value)) {
            return "1e999";
        }
        return Double.toString(value).replace(".0E", "e").replace('E', 'e');
    }
}
