package dev.cadwright.cad.openecad;

import dev.cadwright.cad.Feature;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import java.util.List;

/** What an expression of a program stands for. */
sealed interface Value {
    record Numeral(double value) implements Value {}

    record Text(String value) implements Value {}

    record Flag(boolean value) implements Value {}

    record None() implements Value {}

    /** A list that the program may append to. */
    record Items(List<Value> items) implements Value {
        static final int MOST = 10_000;

        void add(Value item, SourceSpan span) {
            requireRoom(items.size() + 1, span);
            items.add(item);
        }

        static void requireRoom(int count, SourceSpan span) {
            if (count > MOST) {
                throw new Refusal(span, "limit.count", "more than " + MOST + " items", "");
            }
        }
    }

    record Plane(Frame frame) implements Value {}

    record Curve(dev.cadwright.cad.Curve curve) implements Value {}

    record Loop(dev.cadwright.cad.Loop loop) implements Value {}

    /** What the loops of one {@code add_profile} bound. */
    record Profiles(List<dev.cadwright.cad.Profile> profiles) implements Value {}

    record Sketch(Frame plane, List<dev.cadwright.cad.Profile> profiles) implements Value {}

    /** @param one the number given as {@code extent_one}; @param two as {@code extent_two} */
    record Extrude(Feature.Extrude feature, double one, double two) implements Value {}

    default String describe() {
        return switch (this) {
            case Numeral number -> "the number " + number.value();
            case Text text -> "a text";
            case Flag flag -> "a truth value";
            case None none -> "None";
            case Items items -> "a list of " + items.items().size();
            case Plane plane -> "a sketch plane";
            case Curve curve -> "a curve";
            case Loop loop -> "a loop";
            case Profiles profile -> "a profile";
            case Sketch sketch -> "a sketch";
            case Extrude extrude -> "an extrude";
        };
    }
}
