package dev.cadwright.cad.openecad;

import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.Trailer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates the few expressions that programs hold: names, numbers, lists, sums and calls. */
final class Evaluator {
    private static final double LARGEST = 1e9;

    private final Map<String, Value> names;
    private final Calls calls;

    Evaluator(Map<String, Value> names, Calls calls) {
        this.names = names;
        this.calls = calls;
    }

    Value value(Expression expression) {
        return switch (expression) {
            case Expression.Name(String name, SourceSpan span) -> named(name, span);
            case Expression.Keyword(Expression.Keyword.Word word, SourceSpan span) -> keyword(word, span);
            case Expression.IntLiteral(var value, SourceSpan span) -> number(value.doubleValue(), span);
            case Expression.FloatLiteral(double value, SourceSpan span) -> number(value, span);
            case Expression.StringLiteral(String value, var _) -> new Value.Text(value);
            case Expression.ListDisplay(List<Expression> items, SourceSpan span) -> list(items, span);
            case Expression.TupleDisplay(List<Expression> items, SourceSpan span) -> list(items, span);
            case Expression.Unary unary -> number(sign(unary), unary.span());
            case Expression.Arithmetic arithmetic -> number(arithmetic(arithmetic), arithmetic.span());
            case Expression.Chain chain -> chain(chain);
            default -> throw Refusal.unsupported(expression.span(), "this expression");
        };
    }

    private Value named(String name, SourceSpan span) {
        Value value = names.get(name);
        if (value == null) {
            throw new Refusal(span, "reference.name", "nothing is called \"" + shortened(name) + "\" here", "");
        }
        return value;
    }

    private static Value keyword(Expression.Keyword.Word word, SourceSpan span) {
        return switch (word) {
            case TRUE -> new Value.Flag(true);
            case FALSE -> new Value.Flag(false);
            case NONE -> new Value.None();
            case ELLIPSIS -> throw new Refusal(span, "syntax.elided", "something is left out here", "");
        };
    }

    private static Value number(double value, SourceSpan span) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new Refusal(span, "limit.number", "the number is too large", "at most 1e9");
        }
        return new Value.Numeral(value + 0.0);
    }

    /** A list of its own for each display, since programs append to lists. */
    private Value list(List<Expression> items, SourceSpan span) {
        Value.Items.requireRoom(items.size(), span);
        List<Value> values = new ArrayList<>();
        items.forEach(item -> values.add(value(item)));
        return new Value.Items(values);
    }

    private double sign(Expression.Unary unary) {
        double operand = number(unary.operand());
        return switch (unary.operator()) {
            case PLUS -> operand;
            case MINUS -> -operand;
            case INVERT -> throw Refusal.unsupported(unary.span(), "the operator ~");
        };
    }

    private double arithmetic(Expression.Arithmetic arithmetic) {
        double result = number(arithmetic.first());
        for (Expression.Arithmetic.Step step : arithmetic.steps()) {
            double right = number(step.right());
            result = switch (step.operator()) {
                case ADD -> result + right;
                case SUBTRACT -> result - right;
                case MULTIPLY -> result * right;
                case DIVIDE -> result / right;
                default ->
                    throw Refusal.unsupported(
                            step.span(), "the operator " + step.operator().symbol());
            };
        }
        return result;
    }

    private double number(Expression expression) {
        if (value(expression) instanceof Value.Numeral(double number)) {
            return number;
        }
        throw new Refusal(expression.span(), "syntax.type", "this is no number to compute with", "a number");
    }

    private Value chain(Expression.Chain chain) {
        List<Trailer> trailers = chain.trailers();
        if (chain.start() instanceof Expression.Name(String name, SourceSpan place) && trailers.size() == 1) {
            return switch (trailers.getFirst()) {
                case Trailer.Call(List<Trailer.Argument> arguments, SourceSpan span) ->
                    call(name, place, arguments, span);
                case Trailer.Attribute(String attribute, var _)
                when isPi(name, attribute) -> new Value.Numeral(Math.PI);
                case Trailer.Attribute(String attribute, SourceSpan span) ->
                    throw Refusal.unsupported(span, "the attribute \"" + shortened(attribute) + "\"");
                case Trailer.Index(var _, SourceSpan span) -> throw Refusal.unsupported(span, "a subscript");
            };
        }
        if (chain.start() instanceof Expression.Name(String name, var _)
                && (name.equals("np") || name.equals("numpy"))
                && trailers.size() == 2
                && trailers.getFirst() instanceof Trailer.Attribute(String attribute, var _)
                && attribute.equals("array")
                && trailers.getLast() instanceof Trailer.Call(List<Trailer.Argument> arguments, var _)
                && arguments.size() == 1
                && arguments.getFirst().keyword().isEmpty()) {
            return value(arguments.getFirst().value());
        }
        throw Refusal.unsupported(chain.span(), "this expression");
    }

    private static boolean isPi(String module, String attribute) {
        boolean known = module.equals("np") || module.equals("numpy") || module.equals("math");
        return known && attribute.equals("pi");
    }

    private Value call(String name, SourceSpan place, List<Trailer.Argument> arguments, SourceSpan span) {
        Vocabulary.Function function = Vocabulary.FUNCTIONS.get(name);
        if (function == null) {
            throw new Refusal(
                    place,
                    "syntax.function",
                    "there is no function \"" + shortened(name) + "\"",
                    String.join(", ", Vocabulary.FUNCTIONS.keySet()));
        }
        return calls.call(new Arguments(name, bind(function, arguments, span), span));
    }

    private Map<String, Value> bind(Vocabulary.Function function, List<Trailer.Argument> arguments, SourceSpan span) {
        List<String> parameters = new ArrayList<>(function.required());
        parameters.addAll(function.optional());
        Map<String, Value> bound = new HashMap<>();
        int position = 0;
        for (Trailer.Argument argument : arguments) {
            String parameter = argument.keyword()
                    .orElse(position < parameters.size() ? parameters.get(position) : "another argument");
            position += argument.keyword().isPresent() ? 0 : 1;
            boolean fits = parameters.contains(parameter)
                    && !argument.unpacksKeywords()
                    && bound.put(parameter, value(argument.value())) == null;
            if (!fits) {
                throw new Refusal(
                        argument.value().span(),
                        "syntax.argument",
                        function.name() + " does not take \"" + shortened(parameter) + "\" here",
                        function.name() + "(" + String.join(", ", parameters) + ")");
            }
        }
        for (String parameter : function.required()) {
            if (!bound.containsKey(parameter)) {
                throw new Refusal(
                        span,
                        "syntax.missing-argument",
                        function.name() + " lacks \"" + parameter + "\"",
                        function.name() + "(" + String.join(", ", parameters) + ")");
            }
        }
        return bound;
    }

    static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
