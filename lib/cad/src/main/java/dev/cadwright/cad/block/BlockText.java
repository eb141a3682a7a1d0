package dev.cadwright.cad.block;

import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Parse;
import java.util.stream.Collectors;

/**
 * Block programs as text, one line a block followed by one line a loop:
 *
 * <pre>{@code
 * union XY -50 50
 *   rounded -100 -60 100 60 12
 *   circle 0 0 20
 * cut ZX -10 10
 *   polygon 0,0 40,0 40,30~20,45 0,30
 * }</pre>
 *
 * A vertex {@code x,y~mx,my} starts an arc through (mx, my) to the next vertex.
 */
public final class BlockText {
    private BlockText() {}

    public static String print(BlockProgram program) {
        StringBuilder text = new StringBuilder();
        for (Block block : program.blocks()) {
            text.append(block.cut() ? "cut " : "union ")
                    .append(block.plane())
                    .append(' ')
                    .append(block.from())
                    .append(' ')
                    .append(block.to())
                    .append('\n');
            block.loops().forEach(loop -> text.append("  ").append(print(loop)).append('\n'));
        }
        return text.toString();
    }

    /** Reads what {@link #print} writes; total, and bounded to {@value BlockTextReader#MAXIMUM_LINES} lines. */
    public static Parse<BlockProgram> parse(String text) {
        try {
            return new Parse.Ok<>(new BlockTextReader(text).program());
        } catch (BlockTextReader.Refused refused) {
            return Parse.failed(
                    new Diagnostic("syntax.block", refused.getMessage(), refused.line(), 1, "a block or a loop", ""));
        }
    }

    private static String print(BlockLoop loop) {
        return switch (loop) {
            case BlockLoop.Rectangle(int x0, int y0, int x1, int y1) -> words("rectangle", x0, y0, x1, y1);
            case BlockLoop.RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                words("rounded", x0, y0, x1, y1, radius);
            case BlockLoop.Circle(int x, int y, int radius) -> words("circle", x, y, radius);
            case BlockLoop.Polygon polygon ->
                polygon.vertices().stream().map(BlockText::print).collect(Collectors.joining(" ", "polygon ", ""));
        };
    }

    private static String print(BlockLoop.Vertex vertex) {
        String point = vertex.x() + "," + vertex.y();
        return vertex.arcToNext()
                .map(middle -> point + "~" + middle.x() + "," + middle.y())
                .orElse(point);
    }

    private static String words(String name, int... numbers) {
        StringBuilder words = new StringBuilder(name);
        for (int number : numbers) {
            words.append(' ').append(number);
        }
        return words.toString();
    }
}
