package dev.cadwright.cad.python.interpret;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.python.value.BudgetExhausted;
import dev.cadwright.cad.python.value.ExceptionTypes;
import java.util.Locale;
import java.util.Optional;

/** What became of running a program. */
public sealed interface Outcome {
    /** What the program printed until its end. */
    String printed();

    /** What is wrong; empty when the program finished. */
    Optional<Diagnostic> diagnostic();

    /** The program ran to its end. */
    record Finished(Variables variables, String printed) implements Outcome {
        @Override
        public Optional<Diagnostic> diagnostic() {
            return Optional.empty();
        }
    }

    /**
     * An exception was not caught.
     *
     * @param type Python's name of its class
     * @param message as {@code str(exception)}
     * @param span the innermost place in the program
     * @param hint what to do about it, such as a name that was probably meant; may be empty
     */
    record Raised(String type, String message, SourceSpan span, String hint, String printed) implements Outcome {
        @Override
        public Optional<Diagnostic> diagnostic() {
            String text = message.isEmpty() ? type : type + ": " + message;
            return Optional.of(Diagnostic.at(
                    span, kind() + kebab(ExceptionTypes.all().containsKey(type) ? type : "Exception"), text, hint));
        }

        private String kind() {
            return switch (type) {
                case "NameError", "AttributeError", "ImportError", "ModuleNotFoundError" -> "reference.";
                default -> "runtime.";
            };
        }

        private static String kebab(String type) {
            return type.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The program uses something that is known and not executed here.
     *
     * @param construct as the program writes it
     * @param reason why, or what to write instead; may be empty
     */
    record Unsupported(String construct, String reason, SourceSpan span, String printed) implements Outcome {
        @Override
        public Optional<Diagnostic> diagnostic() {
            return Optional.of(
                    Diagnostic.at(span, "unsupported.python", "\"" + construct + "\" is not supported", reason));
        }
    }

    /** A budget is used up. */
    record Exhausted(BudgetExhausted.Resource resource, String message, SourceSpan span, String printed)
            implements Outcome {
        @Override
        public Optional<Diagnostic> diagnostic() {
            String code = "limit." + resource.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return Optional.of(Diagnostic.at(span, code, message, ""));
        }
    }
}
