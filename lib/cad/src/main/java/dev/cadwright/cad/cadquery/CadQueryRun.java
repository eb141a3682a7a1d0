package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.python.interpret.Outcome;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.NamedShape;
import dev.cadwright.cad.shape.Shape;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What became of running a CadQuery program. */
public sealed interface CadQueryRun {
    /** What is wrong; empty when the program finished. */
    Optional<Diagnostic> diagnostic();

    /**
     * The program ran to its end.
     *
     * @param shapes of its result, to be executed: what is measured are the unique solids in them; empty without one
     * @param rule how the result was found: {@code show_object}, {@code result}, {@code r}, {@code last:NAME}; empty
     *     when there is none
     * @param resultTypes CadQuery's class of each value of the result
     * @param source {@code vals} of a workplane, {@code findSolid} where those held no solid, {@code value} of others
     * @param exports the files that the program asked for
     * @param printed what it printed
     * @param parts of the assemblies in the result, if it is made of assemblies alone
     */
    record Finished(
            List<Shape> shapes,
            String rule,
            List<String> resultTypes,
            String source,
            List<Exported> exports,
            String printed,
            List<NamedShape> parts)
            implements CadQueryRun {
        public Finished {
            shapes = List.copyOf(shapes);
            resultTypes = List.copyOf(resultTypes);
            exports = List.copyOf(exports);
            parts = List.copyOf(parts);
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public Optional<Diagnostic> diagnostic() {
            return Optional.empty();
        }
    }

    /**
     * The program did not finish by itself: an exception, something that is not supported, a budget used up. A step that
     * the kernel refused is the exception {@code StdFail_NotDone} with the kernel's code at the beginning of its message.
     *
     * @param outcome never {@link Outcome.Finished}
     */
    record Failed(Outcome outcome) implements CadQueryRun {
        public Failed {
            if (outcome instanceof Outcome.Finished) {
                throw new IllegalArgumentException("a program that finished did not fail");
            }
        }

        @Override
        public Optional<Diagnostic> diagnostic() {
            return outcome.diagnostic();
        }
    }

    /** The modeller's time, memory or life ended; its session tells more. */
    record Ended(ModellingException.Ended cause) implements CadQueryRun {
        @Override
        public Optional<Diagnostic> diagnostic() {
            return Optional.of(Diagnostic.at(cause.span(), "limit." + cause.code(), cause.getMessage(), ""));
        }
    }
}
