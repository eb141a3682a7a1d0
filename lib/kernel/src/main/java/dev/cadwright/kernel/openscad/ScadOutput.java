package dev.cadwright.kernel.openscad;

import java.util.List;

/**
 * What was printed, each list in order and of at most 1000 entries.
 *
 * @param echo what {@code echo} printed, without its heading
 * @param warnings what the tool warned of
 * @param errors the tool's errors
 */
public record ScadOutput(List<String> echo, List<String> warnings, List<String> errors) {
    /** Nothing was printed. */
    public static final ScadOutput NONE = new ScadOutput(List.of(), List.of(), List.of());

    public ScadOutput {
        echo = List.copyOf(echo);
        warnings = List.copyOf(warnings);
        errors = List.copyOf(errors);
    }
}
