package dev.cadwright.cad.openscad;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A variable that a person may set, as OpenSCAD's customizer finds it: assigned a constant at the top of the program,
 * before the first module or function.
 *
 * @param value the constant as it stands in the program
 * @param description the line comment right above; empty where there is none
 * @param group the heading {@code /* [Group] *}{@code /} that it stands under; {@code Parameters} before the first
 * @param hidden whether its group is {@code Hidden}
 * @param line 1-based
 */
public record ScadParameter(
        String name,
        Kind kind,
        String value,
        String description,
        String group,
        boolean hidden,
        Optional<Bounds> bounds,
        List<Choice> choices,
        int line) {
    public ScadParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(bounds, "bounds");
        choices = List.copyOf(choices);
    }

    /** What sort of value it has. */
    public enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        /** Up to four numbers. */
        VECTOR
    }

    /** {@code [minimum : step : maximum]} after the assignment; for a text, the maximum is its length. */
    public record Bounds(Optional<Double> minimum, Optional<Double> step, double maximum) {}

    /** One entry of a drop-down list {@code [value : label, …]}. */
    public record Choice(String value, String label) {}
}
