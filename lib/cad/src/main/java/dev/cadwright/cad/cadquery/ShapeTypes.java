package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.HostTypeBuilder;
import dev.cadwright.cad.shape.Kind;
import java.util.EnumMap;
import java.util.Map;

/** The classes of shapes as tables: what all have, then what edges, wires, faces and solids add. */
final class ShapeTypes {
    static final HostType SHAPE = ShapeTable.base();
    private static final Map<Kind, HostType> TYPES = build();

    private ShapeTypes() {}

    static HostType of(Kind kind) {
        return TYPES.get(kind);
    }

    private static Map<Kind, HostType> build() {
        Map<Kind, HostType> types = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            HostTypeBuilder<ShapeValue> table = HostType.named(ShapeNames.of(kind), ShapeValue.class);
            switch (kind) {
                case VERTEX -> PointTable.add(table);
                case EDGE -> {
                    EdgeMaking.add(table);
                    CurveTable.add(table);
                }
                case WIRE -> {
                    WireMaking.add(table);
                    CurveTable.add(table);
                }
                case FACE -> {
                    FaceMaking.add(table);
                    FaceTable.add(table);
                }
                case SHELL -> FaceMaking.addShell(table);
                case SOLID -> {
                    SolidMaking.add(table);
                    SolidTable.add(table);
                }
                case COMPOUND -> {
                    CompoundTable.add(table);
                    SolidTable.add(table);
                }
            }
            types.put(
                    kind,
                    table.instances(value -> value instanceof ShapeValue shape && shape.is(kind))
                            .inherit(SHAPE)
                            .build());
        }
        return types;
    }
}
