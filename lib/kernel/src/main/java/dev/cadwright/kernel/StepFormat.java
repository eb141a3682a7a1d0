package dev.cadwright.kernel;

import java.util.Objects;

/**
 * How to write STEP (ISO 10303-21).
 *
 * @param schema the application protocol
 * @param unit of the lengths in the text; the shape's own are millimetres
 * @param name of the product; empty for a neutral one
 */
public record StepFormat(Schema schema, Unit unit, String name) {
    /** AP214 in millimetres. */
    public static final StepFormat STANDARD = new StepFormat(Schema.AP214, Unit.MM, "");

    public StepFormat {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(name, "name");
    }

    public StepFormat withSchema(Schema other) {
        return new StepFormat(other, unit, name);
    }

    public StepFormat withUnit(Unit other) {
        return new StepFormat(schema, other, name);
    }

    public StepFormat withName(String other) {
        return new StepFormat(schema, unit, other);
    }

    public enum Schema {
        AP214,
        AP242
    }

    public enum Unit {
        MM,
        CM,
        M,
        INCH,
        FT
    }
}
