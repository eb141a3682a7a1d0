package dev.cadwright.dataset.source;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.block.BlockProgram;
import java.util.Objects;

/** A shape as its source has it, before anything was executed. */
public sealed interface RawShape {
    /** Unique in its source; may be an id in a dataset. */
    String id();

    /** A program: what reading it gave, and its text. */
    record Program(String id, Language language, byte[] text, Parse<Construction> parse) implements RawShape {
        public Program {
            Objects.requireNonNull(parse, "parse");
        }
    }

    /** A generated block program. */
    record Generated(String id, BlockProgram program, Construction construction) implements RawShape {}

    /** An exact solid without a program. */
    record Solid(String id, byte[] step) implements RawShape {}
}
