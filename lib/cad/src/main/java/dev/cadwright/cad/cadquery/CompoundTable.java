package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.HostTypeBuilder;

/** How {@code cadquery.Compound} is made. */
final class CompoundTable {
    private CompoundTable() {}

    static void add(HostTypeBuilder<ShapeValue> table) {
        table.staticMethod(
                        "makeCompound",
                        "listOfShapes",
                        call -> ShapeOperators.compound(
                                Modelling.of(call.runtime()), ShapeTable.shapes(call, "listOfShapes"), call.span()))
                .staticMethod(
                        "makeText",
                        "text, size, height, font=\"Arial\", fontPath=None, kind=\"regular\", halign=\"center\", "
                                + "valign=\"center\", position=None",
                        TextMaking::compound);
    }
}
