package dev.cadwright.cad;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of reading a text: a value, or what is wrong with the text. Text never makes a reader throw. */
public sealed interface Parse<T> {
    /** The text reads. */
    record Ok<T>(T value) implements Parse<T> {
        public Ok {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The text does not read: at least one diagnostic, in the order of the text. */
    record Failed<T>(List<Diagnostic> diagnostics) implements Parse<T> {
        public Failed {
            diagnostics = List.copyOf(diagnostics);
            if (diagnostics.isEmpty()) {
                throw new IllegalArgumentException("a failure needs a diagnostic");
            }
        }
    }

    static <T> Parse<T> failed(Diagnostic diagnostic) {
        return new Failed<>(List.of(diagnostic));
    }

    /** The value, when the text reads. */
    default Optional<T> toOptional() {
        return switch (this) {
            case Ok<T>(T value) -> Optional.of(value);
            case Failed<T> failed -> Optional.empty();
        };
    }

    /** What is wrong; empty when the text reads. */
    default List<Diagnostic> diagnostics() {
        return List.of();
    }

    /** What the next step makes of the value, or the same failure. */
    default <R> Parse<R> then(Function<? super T, Parse<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Failed<T>(List<Diagnostic> diagnostics) -> new Failed<>(diagnostics);
        };
    }

    /** The value, for text that is known to read. @throws IllegalStateException naming the first diagnostic otherwise */
    default T orElseThrow() {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Failed<T>(List<Diagnostic> diagnostics) ->
                throw new IllegalStateException(diagnostics.getFirst().toString());
        };
    }
}
