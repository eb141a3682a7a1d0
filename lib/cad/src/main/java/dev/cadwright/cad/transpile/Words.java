package dev.cadwright.cad.transpile;

import dev.cadwright.cad.sketch.NumberStyle;
import dev.cadwright.geometry.Vector2;
import dev.cadwright.geometry.Vector3;

/** Numbers and points as both languages write them. */
final class Words {
    private Words() {}

    static String number(double value) {
        return NumberStyle.exact().format(value);
    }

    static String tuple(Vector2 point) {
        return "(" + number(point.x()) + ", " + number(point.y()) + ")";
    }

    static String tuple(Vector3 point) {
        return "(" + number(point.x()) + ", " + number(point.y()) + ", " + number(point.z()) + ")";
    }
}
