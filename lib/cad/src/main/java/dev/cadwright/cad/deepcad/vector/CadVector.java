package dev.cadwright.cad.deepcad.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program in vector form. A row is a command and 16 arguments; arguments that a command has no use for are −1.
 *
 * <table>
 * <caption>Commands</caption>
 * <tr><td>0 Line</td><td>x, y of the end</td></tr>
 * <tr><td>1 Arc</td><td>x, y of the end, sweep, 1 if counter-clockwise</td></tr>
 * <tr><td>2 Circle</td><td>x, y of the centre, –, –, radius</td></tr>
 * <tr><td>3 EOS</td><td>end of the program, and padding behind it</td></tr>
 * <tr><td>4 SOL</td><td>start of a loop</td></tr>
 * <tr><td>5 Ext</td><td>five unused, then theta, phi, gamma, x, y, z, size, extent one and two, operation, extent
 * type</td></tr>
 * </table>
 */
public record CadVector(List<Row> rows) {
    public static final int WIDTH = 17;
    /** Rows that the original's models take, the end among them. */
    public static final int MAX_LENGTH = 60;

    static final int LINE = 0;
    static final int ARC = 1;
    static final int CIRCLE = 2;
    static final int END = 3;
    static final int LOOP = 4;
    static final int EXTRUDE = 5;
    static final int UNUSED = -1;

    /** One command with its arguments; column 0 is the command. */
    public record Row(List<Integer> values) {
        /** @throws IllegalArgumentException unless it is a known command with 16 arguments from −1 to 255 */
        public Row {
            values = List.copyOf(values);
            if (values.size() != WIDTH) {
                throw new IllegalArgumentException("a row has 17 numbers, not " + values.size());
            }
            if (values.getFirst() < LINE || values.getFirst() > EXTRUDE) {
                throw new IllegalArgumentException("there is no command " + values.getFirst());
            }
            if (values.stream().anyMatch(value -> value < UNUSED || value > Quantiser.LARGEST)) {
                throw new IllegalArgumentException("an argument is not from -1 to 255");
            }
        }

        static Row of(int command, int... arguments) {
            Integer[] values = new Integer[WIDTH];
            Arrays.fill(values, UNUSED);
            values[0] = command;
            for (int index = 0; index < arguments.length; index++) {
                values[index + 1] = arguments[index];
            }
            return new Row(List.of(values));
        }

        int command() {
            return values.getFirst();
        }

        int argument(int index) {
            return values.get(index + 1);
        }
    }

    public CadVector {
        rows = List.copyOf(rows);
    }

    /** The same program with ends appended up to a length. */
    public CadVector padded(int length) {
        List<Row> padded = new ArrayList<>(rows);
        while (padded.size() < length) {
            padded.add(Row.of(END));
        }
        return new CadVector(padded);
    }

    /** Row by row, as arrays are stored. */
    public int[] values() {
        return rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
