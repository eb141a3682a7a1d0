package dev.cadwright.neural.nano;

import dev.cadwright.cad.block.BlockSolid;
import java.util.BitSet;

/**
 * What may follow in the token form of a program that is being written. {@link #allowed} keeps to what parses, whatever
 * a model prefers: a first block that adds, offsets and corners in rising order, radii that fit, polygons that close.
 * {@link #sound} keeps to what {@link BlockSolid#of} does not refuse: loops that enclose something and neither touch
 * nor cross. It looks one number ahead, so a program may rarely arrive where no token is sound. One object follows one
 * program.
 */
public final class BlockGrammar {
    private static final int SMALLEST_SIDE = 2;

    private enum State {
        BLOCK,
        FROM,
        TO,
        LOOP,
        SIMPLE_LOOP,
        POLYGON_X,
        POLYGON_Y,
        EDGE,
        ARC_X,
        ARC_Y,
        DONE
    }

    private final LoopDraft loop = new LoopDraft();
    private State state = State.BLOCK;
    private boolean first = true;
    private boolean hasLoop;
    private int from;
    private int pendingX;

    /** Whether the end mark was written. */
    public boolean done() {
        return state == State.DONE;
    }

    /** Replaces {@code allowed} by the tokens that may follow. */
    public void allowed(BitSet allowed) {
        allowed.clear();
        switch (state) {
            case BLOCK -> blocks(allowed);
            case FROM -> numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT - 1);
            case TO -> numbers(allowed, from + 1, BlockTokens.LIMIT);
            case LOOP -> {
                loops(allowed);
                if (hasLoop) {
                    blocks(allowed);
                }
            }
            case SIMPLE_LOOP -> simpleLoop(allowed);
            case POLYGON_X, ARC_X, ARC_Y -> numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
            case POLYGON_Y -> polygonY(allowed);
            case EDGE -> edge(allowed);
            case DONE -> allowed.set(BlockTokens.PAD);
        }
    }

    /** Whether an allowed token leaves the face of the present block sound, or leaves a way to make it so. */
    public boolean sound(int token) {
        return switch (state) {
            case SIMPLE_LOOP -> loop.admits(BlockTokens.value(token));
            case POLYGON_X -> loop.admitsX(BlockTokens.value(token));
            case POLYGON_Y -> loop.admitsVertex(pendingX, BlockTokens.value(token));
            case EDGE ->
                BlockTokens.isNumber(token)
                        ? loop.admitsX(BlockTokens.value(token))
                        : token == BlockTokens.ARC || loop.sound();
            case ARC_Y -> loop.admitsMiddle(pendingX, BlockTokens.value(token));
            case BLOCK, FROM, TO, LOOP, ARC_X, DONE -> true;
        };
    }

    /** Takes the next token, which must be one of those allowed. */
    public void accept(int token) {
        switch (state) {
            case BLOCK -> block(token);
            case FROM -> {
                from = BlockTokens.value(token);
                state = State.TO;
            }
            case TO -> state = State.LOOP;
            case LOOP -> loop(token);
            case SIMPLE_LOOP -> {
                loop.add(BlockTokens.value(token));
                if (loop.hasAllNumbers()) {
                    finishLoop();
                }
            }
            case POLYGON_X -> {
                pendingX = BlockTokens.value(token);
                state = State.POLYGON_Y;
            }
            case POLYGON_Y -> vertex(BlockTokens.value(token));
            case EDGE -> afterVertex(token);
            case ARC_X -> {
                pendingX = BlockTokens.value(token);
                state = State.ARC_Y;
            }
            case ARC_Y -> {
                loop.addMiddle(pendingX, BlockTokens.value(token));
                state = State.POLYGON_X;
            }
            case DONE -> state = State.DONE;
        }
    }

    private void blocks(BitSet allowed) {
        allowed.set(BlockTokens.BLOCK, BlockTokens.BLOCK + (first ? 3 : 6));
        if (!first) {
            allowed.set(BlockTokens.END);
        }
    }

    private static void loops(BitSet allowed) {
        allowed.set(BlockTokens.RECTANGLE, BlockTokens.POLYGON + 1);
    }

    private static void numbers(BitSet allowed, int least, int most) {
        allowed.set(BlockTokens.number(least), BlockTokens.number(most) + 1);
    }

    private void simpleLoop(BitSet allowed) {
        if (loop.circle()) {
            numbers(allowed, loop.count() == 2 ? 1 : -BlockTokens.LIMIT, BlockTokens.LIMIT);
        } else if (loop.count() < 2) {
            numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT - SMALLEST_SIDE);
        } else if (loop.count() < 4) {
            numbers(allowed, loop.number(loop.count() - 2) + SMALLEST_SIDE, BlockTokens.LIMIT);
        } else {
            int shortSide = Math.min(loop.number(2) - loop.number(0), loop.number(3) - loop.number(1));
            numbers(allowed, 1, Math.min(shortSide / 2, BlockTokens.LIMIT));
        }
    }

    private void polygonY(BitSet allowed) {
        numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
        if (loop.vertices() > 0 && pendingX == loop.lastVertex().x()) {
            allowed.clear(BlockTokens.number(loop.lastVertex().y()));
        }
        // Two straight edges there and back enclose nothing.
        if (loop.vertices() == 2
                && !loop.anyArc()
                && pendingX == loop.firstVertex().x()) {
            allowed.clear(BlockTokens.number(loop.firstVertex().y()));
        }
    }

    private void edge(BitSet allowed) {
        numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
        allowed.set(BlockTokens.ARC);
        // The edge that closes the loop is straight, unless an arc has already returned to the first vertex.
        if (loop.vertices() > 2 || (loop.vertices() == 2 && loop.anyArc())) {
            loops(allowed);
            blocks(allowed);
        }
    }

    private void block(int token) {
        if (token == BlockTokens.END) {
            state = State.DONE;
            return;
        }
        first = false;
        hasLoop = false;
        loop.startBlock();
        state = State.FROM;
    }

    private void loop(int token) {
        if (!BlockTokens.isLoop(token)) {
            block(token);
            return;
        }
        hasLoop = true;
        loop.start(token);
        state = token == BlockTokens.POLYGON ? State.POLYGON_X : State.SIMPLE_LOOP;
    }

    private void finishLoop() {
        loop.finish();
        state = State.LOOP;
    }

    private void vertex(int y) {
        if (loop.closes(pendingX, y)) {
            finishLoop();
            return;
        }
        loop.addVertex(pendingX, y);
        state = State.EDGE;
    }

    private void afterVertex(int token) {
        if (token == BlockTokens.ARC) {
            state = State.ARC_X;
        } else if (BlockTokens.isNumber(token)) {
            pendingX = BlockTokens.value(token);
            state = State.POLYGON_Y;
        } else {
            finishLoop();
            loop(token);
        }
    }
}
