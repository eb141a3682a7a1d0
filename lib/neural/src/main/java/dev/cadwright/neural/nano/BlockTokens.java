package dev.cadwright.neural.nano;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.PrincipalPlane;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The compact token form of block programs: one token an operation with its plane, one a kind of loop, one a number.
 *
 * <pre>
 * program   = block+ END
 * block     = (UNION | CUT)(XY | YZ | ZX) from to loop+
 * loop      = RECTANGLE x0 y0 x1 y1 | ROUNDED x0 y0 x1 y1 r | CIRCLE x y r | POLYGON x y edge*
 * edge      = x y | ARC middleX middleY x y      the last edge may return to the first vertex by an arc
 * </pre>
 */
public final class BlockTokens {
    public static final int PAD = 0;
    public static final int START = 1;
    public static final int END = 2;
    /** Six tokens: union on XY, YZ, ZX, then cut on XY, YZ, ZX. */
    public static final int BLOCK = 3;

    public static final int RECTANGLE = 9;
    public static final int ROUNDED = 10;
    public static final int CIRCLE = 11;
    public static final int POLYGON = 12;
    public static final int ARC = 13;
    public static final int FIRST_NUMBER = 14;
    public static final int LIMIT = BlockProgram.LIMIT;
    public static final int VOCABULARY = FIRST_NUMBER + 2 * LIMIT + 1;

    private BlockTokens() {}

    /** What a sequence of tokens decodes to. */
    public sealed interface Decoded {
        record Program(BlockProgram program) implements Decoded {}

        /** @param position index of the first token that does not fit */
        record Malformed(int position, String reason) implements Decoded {}
    }

    public static int number(int value) {
        if (value < -LIMIT || value > LIMIT) {
            throw new IllegalArgumentException("a coordinate must be from -100 to 100, not " + value);
        }
        return FIRST_NUMBER + LIMIT + value;
    }

    static boolean isNumber(int token) {
        return token >= FIRST_NUMBER && token < VOCABULARY;
    }

    static int value(int token) {
        return token - FIRST_NUMBER - LIMIT;
    }

    static boolean isBlock(int token) {
        return token >= BLOCK && token < RECTANGLE;
    }

    static boolean isLoop(int token) {
        return token >= RECTANGLE && token <= POLYGON;
    }

    /** The token's name, as in {@code tokenizer.json}. */
    public static String name(int token) {
        return switch (token) {
            case PAD -> "<pad>";
            case START -> "<s>";
            case END -> "</s>";
            case RECTANGLE -> "rectangle";
            case ROUNDED -> "rounded";
            case CIRCLE -> "circle";
            case POLYGON -> "polygon";
            case ARC -> "arc";
            default -> isBlock(token) ? blockName(token) : Integer.toString(value(token));
        };
    }

    private static String blockName(int token) {
        int offset = token - BLOCK;
        return (offset < 3 ? "union-" : "cut-") + PrincipalPlane.values()[offset % 3];
    }

    /** The tokens of a program, with the end mark. */
    public static int[] encode(BlockProgram program) {
        Writer writer = new Writer();
        for (Block block : program.blocks()) {
            writer.add(BLOCK + (block.cut() ? 3 : 0) + block.plane().ordinal());
            writer.numbers(block.from(), block.to());
            block.loops().forEach(writer::loop);
        }
        writer.add(END);
        return writer.tokens();
    }

    /** The program that tokens spell. Total: whatever the tokens, an answer. What follows the end mark is ignored. */
    public static Decoded decode(int[] tokens) {
        return new BlockTokenReader(tokens).program();
    }

    private static final class Writer {
        private int[] tokens = new int[64];
        private int length;

        private void add(int token) {
            if (length == tokens.length) {
                tokens = Arrays.copyOf(tokens, 2 * length);
            }
            tokens[length++] = token;
        }

        private void numbers(int... values) {
            for (int value : values) {
                add(number(value));
            }
        }

        private void loop(BlockLoop loop) {
            switch (loop) {
                case BlockLoop.Rectangle r -> {
                    add(RECTANGLE);
                    numbers(r.x0(), r.y0(), r.x1(), r.y1());
                }
                case BlockLoop.RoundedRectangle r -> {
                    add(ROUNDED);
                    numbers(r.x0(), r.y0(), r.x1(), r.y1(), r.radius());
                }
                case BlockLoop.Circle c -> {
                    add(CIRCLE);
                    numbers(c.x(), c.y(), c.radius());
                }
                case BlockLoop.Polygon p -> polygon(p.vertices());
            }
        }

        private void polygon(List<BlockLoop.Vertex> vertices) {
            add(POLYGON);
            numbers(vertices.get(0).x(), vertices.get(0).y());
            for (int i = 0; i < vertices.size(); i++) {
                Optional<BlockLoop.Middle> middle = vertices.get(i).arcToNext();
                BlockLoop.Vertex next = vertices.get((i + 1) % vertices.size());
                if (middle.isPresent()) {
                    add(ARC);
                    numbers(middle.get().x(), middle.get().y(), next.x(), next.y());
                } else if (i < vertices.size() - 1) {
                    numbers(next.x(), next.y());
                }
            }
        }

        private int[] tokens() {
            return Arrays.copyOf(tokens, length);
        }
    }
}
