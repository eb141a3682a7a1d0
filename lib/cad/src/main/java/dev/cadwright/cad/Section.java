package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;

/** A profile on a plane that a loft passes through. */
public record Section(Frame plane, Profile profile) {
    /** The same section without its places in a text. */
    public Section withoutSpans() {
        return new Section(plane, profile.withoutSpans());
    }
}
