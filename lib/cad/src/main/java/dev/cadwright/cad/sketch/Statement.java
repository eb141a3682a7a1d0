package dev.cadwright.cad.sketch;

import dev.cadwright.cad.SourceSpan;
import java.util.List;
import java.util.Optional;

/** One line of a program. */
sealed interface Statement {
    Call call();

    /** {@code name = Function(…)} */
    record Assignment(Name target, Call call) implements Statement {}

    /** {@code name.method(…)} */
    record Method(Name object, Call call) implements Statement {}

    /** {@code Function(…)} */
    record Bare(Call call) implements Statement {}

    record Name(String text, SourceSpan span) {}

    record Call(Name function, List<Argument> arguments, SourceSpan span) {}

    record Argument(Optional<Name> keyword, Value value) {}

    sealed interface Value {
        SourceSpan span();

        record Numeral(double value, SourceSpan span) implements Value {}

        record Tuple(List<Value> items, SourceSpan span) implements Value {}

        record Text(String value, SourceSpan span) implements Value {}

        record Flag(boolean value, SourceSpan span) implements Value {}

        record Reference(String name, SourceSpan span) implements Value {}

        default String describe() {
            return switch (this) {
                case Numeral number -> "a number";
                case Tuple tuple -> "a tuple of " + tuple.items().size();
                case Text text -> "a text";
                case Flag flag -> "a truth value";
                case Reference reference -> "the name \"" + Messages.shortened(reference.name()) + "\"";
            };
        }
    }
}
