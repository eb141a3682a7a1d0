package dev.cadwright.cad;

import java.util.List;

/** A bounded face of a sketch: its outer loop and its holes. */
public record Profile(Loop outer, List<Loop> holes) {
    public Profile {
        holes = List.copyOf(holes);
    }

    /** The same profile without its places in a text. */
    public Profile withoutSpans() {
        return new Profile(
                outer.withoutSpans(), holes.stream().map(Loop::withoutSpans).toList());
    }
}
