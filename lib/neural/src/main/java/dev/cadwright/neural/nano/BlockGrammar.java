package dev.cadwright.neural.nano;

import java.util.BitSet;

/**
 * What may follow in the token form of a program that is being written, so that whatever a model prefers, the result
 * parses: a first block that adds, offsets and corners in rising order, radii that fit, polygons that close. One object
 * follows one program.
 */
public final class BlockGrammar {
    private static final int SMALLEST_SIDE = 2;

    private enum State {
        BLOCK,
        FROM,
        TO,
        LOOP,
        RECTANGLE,
        CIRCLE,
        POLYGON_X,
        POLYGON_Y,
        EDGE,
        ARC_X,
        ARC_Y,
        DONE
    }

    private final int[] numbers = new int[5];
    private State state = State.BLOCK;
    private boolean first = true;
    private boolean hasLoop;
    private boolean rounded;
    private int count;
    private int from;
    private int firstX;
    private int firstY;
    private int x;
    private int y;
    private int pendingX;
    private int vertices;
    private boolean anyArc;
    private boolean arcPending;

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
            case RECTANGLE -> rectangle(allowed);
            case CIRCLE -> numbers(allowed, count == 2 ? 1 : -BlockTokens.LIMIT, BlockTokens.LIMIT);
            case POLYGON_X, ARC_X, ARC_Y -> numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
            case POLYGON_Y -> {
                numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
                if (vertices > 0 && pendingX == x) {
                    allowed.clear(BlockTokens.number(y));
                }
                // Two straight edges there and back enclose nothing.
                if (vertices == 2 && !anyArc && !arcPending && pendingX == firstX) {
                    allowed.clear(BlockTokens.number(firstY));
                }
            }
            case EDGE -> edge(allowed);
            case DONE -> allowed.set(BlockTokens.PAD);
        }
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
            case RECTANGLE -> {
                numbers[count++] = BlockTokens.value(token);
                if (count == (rounded ? 5 : 4)) {
                    state = State.LOOP;
                }
            }
            case CIRCLE -> {
                if (++count == 3) {
                    state = State.LOOP;
                }
            }
            case POLYGON_X -> {
                pendingX = BlockTokens.value(token);
                state = State.POLYGON_Y;
            }
            case POLYGON_Y -> vertex(BlockTokens.value(token));
            case EDGE -> afterVertex(token);
            case ARC_X -> state = State.ARC_Y;
            case ARC_Y -> {
                arcPending = true;
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

    private void rectangle(BitSet allowed) {
        if (count < 2) {
            numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT - SMALLEST_SIDE);
        } else if (count < 4) {
            numbers(allowed, numbers[count - 2] + SMALLEST_SIDE, BlockTokens.LIMIT);
        } else {
            int shortSide = Math.min(numbers[2] - numbers[0], numbers[3] - numbers[1]);
            numbers(allowed, 1, Math.min(shortSide / 2, BlockTokens.LIMIT));
        }
    }

    private void edge(BitSet allowed) {
        numbers(allowed, -BlockTokens.LIMIT, BlockTokens.LIMIT);
        allowed.set(BlockTokens.ARC);
        // The edge that closes the loop is straight, unless an arc has already returned to the first vertex.
        if (vertices > 2 || (vertices == 2 && anyArc)) {
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
        state = State.FROM;
    }

    private void loop(int token) {
        if (!BlockTokens.isLoop(token)) {
            block(token);
            return;
        }
        hasLoop = true;
        count = 0;
        rounded = token == BlockTokens.ROUNDED;
        vertices = 0;
        anyArc = false;
        arcPending = false;
        state = switch (token) {
            case BlockTokens.RECTANGLE, BlockTokens.ROUNDED -> State.RECTANGLE;
            case BlockTokens.CIRCLE -> State.CIRCLE;
            default -> State.POLYGON_X;
        };
    }

    private void vertex(int newY) {
        anyArc |= arcPending;
        arcPending = false;
        x = pendingX;
        y = newY;
        if (vertices == 0) {
            firstX = x;
            firstY = y;
        } else if (x == firstX && y == firstY) {
            state = State.LOOP;
            return;
        }
        vertices++;
        state = State.EDGE;
    }

    private void afterVertex(int token) {
        if (token == BlockTokens.ARC) {
            state = State.ARC_X;
        } else if (BlockTokens.isNumber(token)) {
            pendingX = BlockTokens.value(token);
            state = State.POLYGON_Y;
        } else {
            loop(token);
        }
    }
}
