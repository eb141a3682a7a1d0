package dev.cadwright.inference;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.neural.generate.Candidate;

/**
 * A candidate as a person reads it: in the sketch language, in the normalised frame times 100. One that describes no
 * solid is shown as the model wrote it, as {@code blocks} (see {@link BlockText}); one that is malformed is empty.
 *
 * @param language {@code sketch} or {@code blocks}
 */
public record ProgramText(String text, String language) {
    private static final String BLOCKS = "blocks";

    public static ProgramText of(Candidate candidate) {
        String text = candidate
                .program()
                .map(program -> candidate.usable() ? sketch(program) : BlockText.print(program))
                .orElse("");
        return new ProgramText(text, candidate.usable() ? Language.SKETCH.label() : BLOCKS);
    }

    private static String sketch(BlockProgram program) {
        return Programs.print(Language.SKETCH, Blocks.toConstruction(program)).orElseThrow();
    }
}
