package dev.cadwright.cad.sketch;

/** One parameter of a call: its name, what it takes, and whether it may be left out. */
record Parameter(String name, Kind kind, boolean required) {
    enum Kind {
        NUMBER,
        WHOLE,
        FLAG,
        /** A pair of numbers. */
        POINT,
        /** Three numbers. */
        VECTOR,
        /** Several pairs. */
        POINTS,
        /** Two pairs. */
        LINE,
        NUMBERS,
        OPERATION,
        SKETCH,
        /** Two or more names of sketches. */
        SKETCHES
    }

    static Parameter of(String name, Kind kind) {
        return new Parameter(name, kind, true);
    }

    static Parameter optional(String name, Kind kind) {
        return new Parameter(name, kind, false);
    }
}
