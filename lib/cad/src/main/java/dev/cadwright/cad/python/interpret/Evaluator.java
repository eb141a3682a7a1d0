package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.python.syntax.Expression;
import dev.cadwright.cad.python.syntax.FunctionTree;
import dev.cadwright.cad.python.syntax.Trailer;
import dev.cadwright.cad.python.value.BoolValue;
import dev.cadwright.cad.python.value.Call;
import dev.cadwright.cad.python.value.DictValue;
import dev.cadwright.cad.python.value.EllipsisValue;
import dev.cadwright.cad.python.value.FloatValue;
import dev.cadwright.cad.python.value.Footprint;
import dev.cadwright.cad.python.value.FunctionValue;
import dev.cadwright.cad.python.value.IntValue;
import dev.cadwright.cad.python.value.ListValue;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.PythonError;
import dev.cadwright.cad.python.value.SetValue;
import dev.cadwright.cad.python.value.Signature;
import dev.cadwright.cad.python.value.SliceValue;
import dev.cadwright.cad.python.value.StrValue;
import dev.cadwright.cad.python.value.TupleValue;
import dev.cadwright.cad.python.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Evaluates expressions. */
final class Evaluator {
    private final Machine machine;
    private final CallArguments arguments;

    Evaluator(Machine machine) {
        this.machine = machine;
        this.arguments = new CallArguments(machine, this);
    }

    Value evaluate(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Name name -> machine.names().load(name.name(), frame.environment(), name.span());
            case Expression.IntLiteral number -> IntValue.of(number.value());
            case Expression.FloatLiteral number -> new FloatValue(number.value());
            case Expression.StringLiteral text -> new StrValue(text.value());
            case Expression.Keyword keyword -> constant(keyword);
            case Expression.Chain chain -> chain(chain, frame);
            case Expression.Arithmetic arithmetic -> arithmetic(arithmetic, frame);
            case Expression.Unary unary -> unary(unary, frame);
            case Expression.TupleDisplay tuple -> new TupleValue(items(tuple.items(), frame));
            case Expression.ListDisplay list -> new ListValue(items(list.items(), frame));
            case Expression.SetDisplay set -> set(set, frame);
            case Expression.DictDisplay dict -> dict(dict, frame);
            case Expression.Comparison comparison -> comparison(comparison, frame);
            case Expression.Logical logical -> logical(logical, frame);
            case Expression.Not not -> BoolValue.of(!machine.truth(evaluate(not.operand(), frame)));
            case Expression.Conditional conditional ->
                evaluate(
                        machine.truth(evaluate(conditional.condition(), frame))
                                ? conditional.then()
                                : conditional.otherwise(),
                        frame);
            case Expression.Lambda lambda -> function(lambda.function(), frame);
            case Expression.Comprehension comprehension ->
                new ComprehensionRun(machine, comprehension, frame).evaluate();
            case Expression.FormattedString text -> formatted(text, frame);
            case Expression.Assigning assigning -> assigning(assigning, frame);
            case Expression.Slice slice -> slice(slice, frame);
            case Expression.Starred starred ->
                throw PythonError.typeError("a starred expression cannot stand here")
                        .locate(starred.span());
            case Expression.Yield yield -> throw new IllegalStateException("generators run on their own");
        };
    }

    private static Value constant(Expression.Keyword keyword) {
        return switch (keyword.word()) {
            case NONE -> NoneValue.NONE;
            case TRUE -> BoolValue.TRUE;
            case FALSE -> BoolValue.FALSE;
            case ELLIPSIS -> EllipsisValue.ELLIPSIS;
        };
    }

    private Value chain(Expression.Chain chain, Frame frame) {
        Value value = evaluate(chain.start(), frame);
        for (Trailer trailer : chain.trailers()) {
            value = switch (trailer) {
                case Trailer.Attribute attribute -> {
                    machine.at(attribute.span());
                    yield machine.attributes().get(value, attribute.name());
                }
                case Trailer.Call call -> {
                    Call given = arguments.evaluate(value, call, frame);
                    machine.step(1);
                    machine.at(call.span());
                    yield machine.calls().call(value, given);
                }
                case Trailer.Index index -> {
                    Value key = evaluate(index.key(), frame);
                    machine.at(index.span());
                    yield machine.index(value, key);
                }
            };
        }
        return value;
    }

    private Value arithmetic(Expression.Arithmetic arithmetic, Frame frame) {
        Value left = evaluate(arithmetic.first(), frame);
        for (Expression.Arithmetic.Step step : arithmetic.steps()) {
            Value right = evaluate(step.right(), frame);
            machine.at(step.span());
            left = machine.protocols().binary(step.operator(), left, right, false);
        }
        return left;
    }

    private Value unary(Expression.Unary unary, Frame frame) {
        Value operand = evaluate(unary.operand(), frame);
        machine.at(unary.span());
        return machine.protocols().unary(unary.operator(), operand);
    }

    private Value comparison(Expression.Comparison comparison, Frame frame) {
        Value left = evaluate(comparison.first(), frame);
        Value result = BoolValue.TRUE;
        for (Expression.Comparison.Step step : comparison.steps()) {
            Value right = evaluate(step.right(), frame);
            machine.at(step.span());
            result = machine.protocols().comparison(step.operator(), left, right);
            if (comparison.steps().size() > 1 && !machine.truth(result)) {
                return result;
            }
            left = right;
        }
        return result;
    }

    private Value logical(Expression.Logical logical, Frame frame) {
        Value value = NoneValue.NONE;
        for (Expression operand : logical.operands()) {
            value = evaluate(operand, frame);
            if (machine.truth(value) != logical.and()) {
                return value;
            }
        }
        return value;
    }

    /** The items of a display or of arguments, with starred ones unpacked. */
    List<Value> items(List<Expression> expressions, Frame frame) {
        machine.allocate(Footprint.CONTAINER + (long) Footprint.ITEM * expressions.size());
        List<Value> items = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Starred starred) {
                Value iterable = evaluate(starred.value(), frame);
                machine.at(starred.span());
                if (!machine.protocols().iteration().isIterable(iterable)) {
                    throw PythonError.typeError("Value after * must be an iterable, not " + iterable.typeName());
                }
                items.addAll(machine.list(iterable));
            } else {
                items.add(evaluate(expression, frame));
            }
        }
        return items;
    }

    private Value set(Expression.SetDisplay set, Frame frame) {
        List<Value> items = items(set.items(), frame);
        machine.at(set.span());
        machine.allocate((long) Footprint.ENTRY * items.size());
        return new SetValue(items, false);
    }

    private Value dict(Expression.DictDisplay display, Frame frame) {
        machine.allocate(
                Footprint.CONTAINER + (long) Footprint.ENTRY * display.entries().size());
        DictValue dict = new DictValue();
        for (Expression.DictDisplay.Entry entry : display.entries()) {
            Optional<Value> key = entry.key().map(expression -> evaluate(expression, frame));
            Value value = evaluate(entry.value(), frame);
            machine.at(display.span());
            if (key.isPresent()) {
                dict.entries().put(key.get(), value);
            } else if (value instanceof DictValue other) {
                machine.allocate((long) Footprint.ENTRY * other.entries().size());
                dict.entries().putAll(other.entries());
            } else {
                throw PythonError.typeError("'" + value.typeName() + "' object is not a mapping");
            }
        }
        return dict;
    }

    private Value assigning(Expression.Assigning assigning, Frame frame) {
        Value value = evaluate(assigning.value(), frame);
        machine.names().storeOutsideComprehension(assigning.name(), value, frame.environment());
        return value;
    }

    private Value slice(Expression.Slice slice, Frame frame) {
        return new SliceValue(part(slice.start(), frame), part(slice.stop(), frame), part(slice.step(), frame));
    }

    private Value part(Optional<Expression> expression, Frame frame) {
        return expression.map(present -> evaluate(present, frame)).orElse(NoneValue.NONE);
    }

    private Value formatted(Expression.FormattedString text, Frame frame) {
        String joined = text(text.pieces(), frame);
        return new StrValue(joined);
    }

    private String text(List<Expression.FormattedString.Piece> pieces, Frame frame) {
        StringBuilder out = new StringBuilder();
        for (Expression.FormattedString.Piece piece : pieces) {
            String part =
                    switch (piece) {
                        case Expression.FormattedString.Text(String literal) -> literal;
                        case Expression.FormattedString.Field field -> field(field, frame);
                    };
            machine.allocate(2L * part.length());
            out.append(part);
        }
        return out.toString();
    }

    private String field(Expression.FormattedString.Field field, Frame frame) {
        Value value = evaluate(field.value(), frame);
        String specification = text(field.specification(), frame);
        machine.at(field.value().span());
        Value converted =
                switch (field.conversion()) {
                    case 'r' -> new StrValue(machine.repr(value));
                    case 'a' -> new StrValue(machine.protocols().text().ascii(value));
                    case 's' -> new StrValue(machine.str(value));
                    default -> value;
                };
        return machine.format(converted, specification);
    }

    /** A function or a lambda where it is defined: its defaults are evaluated now. */
    FunctionValue function(FunctionTree tree, Frame frame) {
        List<Signature.Parameter> parameters = new ArrayList<>(tree.parameters().size());
        for (FunctionTree.Parameter parameter : tree.parameters()) {
            Optional<Value> value = parameter.defaultValue().map(expression -> evaluate(expression, frame));
            parameters.add(new Signature.Parameter(parameter.name(), parameter.kind(), value));
        }
        machine.allocate(Footprint.CONTAINER);
        return new FunctionValue(tree, new Signature(parameters), frame.environment());
    }
}
