package dev.cadwright.neural.nano;

import dev.cadwright.cad.block.Block;
import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Vertex;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.PrincipalPlane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recursive descent over block tokens. */
final class BlockTokenReader {
    private static final int LEAST_VERTICES = 2;

    private final int[] tokens;
    private int position;

    BlockTokenReader(int[] tokens) {
        this.tokens = tokens;
    }

    BlockTokens.Decoded program() {
        try {
            List<Block> blocks = new ArrayList<>();
            while (peek() != BlockTokens.END) {
                blocks.add(block(blocks.isEmpty()));
            }
            if (blocks.isEmpty()) {
                throw new Unexpected("no block");
            }
            return new BlockTokens.Decoded.Program(new BlockProgram(blocks));
        } catch (Unexpected e) {
            return new BlockTokens.Decoded.Malformed(position, e.getMessage());
        } catch (IllegalArgumentException e) {
            // A value that a record of the program refuses, such as an offset order.
            return new BlockTokens.Decoded.Malformed(position, String.valueOf(e.getMessage()));
        }
    }

    private Block block(boolean first) throws Unexpected {
        int token = peek();
        if (!BlockTokens.isBlock(token)) {
            throw new Unexpected("a block must start here");
        }
        boolean cut = token >= BlockTokens.BLOCK + 3;
        if (first && cut) {
            throw new Unexpected("the first block must not cut");
        }
        position++;
        PrincipalPlane plane = PrincipalPlane.values()[(token - BlockTokens.BLOCK) % 3];
        int from = number();
        int to = number();
        List<BlockLoop> loops = new ArrayList<>();
        while (BlockTokens.isLoop(peek())) {
            loops.add(loop());
        }
        return new Block(cut, plane, from, to, loops);
    }

    private BlockLoop loop() throws Unexpected {
        return switch (tokens[position++]) {
            case BlockTokens.RECTANGLE -> new BlockLoop.Rectangle(number(), number(), number(), number());
            case BlockTokens.ROUNDED ->
                new BlockLoop.RoundedRectangle(number(), number(), number(), number(), number());
            case BlockTokens.CIRCLE -> new BlockLoop.Circle(number(), number(), number());
            default -> polygon();
        };
    }

    private BlockLoop.Polygon polygon() throws Unexpected {
        List<Vertex> vertices = new ArrayList<>();
        int x = number();
        int y = number();
        int firstX = x;
        int firstY = y;
        while (true) {
            int token = peek();
            Optional<Middle> middle = Optional.empty();
            if (token == BlockTokens.ARC) {
                position++;
                middle = Optional.of(new Middle(number(), number()));
            } else if (!BlockTokens.isNumber(token)) {
                vertices.add(new Vertex(x, y, Optional.empty()));
                break;
            }
            vertices.add(new Vertex(x, y, middle));
            x = number();
            y = number();
            if (x == firstX && y == firstY) {
                break;
            }
        }
        if (vertices.size() < LEAST_VERTICES) {
            throw new Unexpected("a polygon needs at least two vertices");
        }
        return new BlockLoop.Polygon(vertices);
    }

    private int number() throws Unexpected {
        int token = peek();
        if (!BlockTokens.isNumber(token)) {
            throw new Unexpected("a number must stand here");
        }
        position++;
        return BlockTokens.value(token);
    }

    private int peek() throws Unexpected {
        if (position >= tokens.length) {
            throw new Unexpected("the program breaks off");
        }
        return tokens[position];
    }

    private static final class Unexpected extends Exception {
        Unexpected(String message) {
            super(message, null, false, false);
        }
    }
}
