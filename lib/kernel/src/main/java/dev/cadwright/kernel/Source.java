package dev.cadwright.kernel;

import dev.cadwright.cad.Construction;
import java.util.Objects;

/** What a worker is asked to build. */
public sealed interface Source {
    /** A construction, in its own units. */
    record Program(Construction construction) implements Source {
        public Program {
            Objects.requireNonNull(construction, "construction");
        }
    }

    /**
     * The text of a STEP file (ISO 10303-21); lengths are converted to millimetres. The array is not copied.
     *
     * @param heal whether to repair the shape where it is not valid; else it is as the file has it
     */
    record Step(byte[] text, boolean heal) implements Source {
        public Step {
            Objects.requireNonNull(text, "text");
        }

        /** As the file has it. */
        public Step(byte[] text) {
            this(text, false);
        }
    }

    /** Exact geometry that an earlier {@link Request#withBrep()} returned. The array is not copied. */
    record Brep(byte[] bytes) implements Source {
        public Brep {
            Objects.requireNonNull(bytes, "bytes");
        }
    }
}
