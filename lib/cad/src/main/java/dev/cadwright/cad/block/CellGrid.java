package dev.cadwright.cad.block;

import java.util.List;

/**
 * Cells of space between all coordinates where something begins or ends, those of curved stretches at most
 * {@value #LARGEST_CELL} wide, as bits along the axis with the most cells. A solid of right angles fills its cells
 * exactly. Of a curved one two fillings are taken: the cells whose centre is inside, and those that are inside as a
 * whole.
 */
final class CellGrid {
    private static final double LARGEST_CELL = 1;
    private static final double SLACK = 1e-7;

    /** Which cells of a line an interval fills. */
    private enum Filling {
        CENTRE,
        WHOLE,
        TOUCHED
    }

    private final List<Prism> prisms;
    private final double[][] edges = new double[3][];
    private final int bitAxis;
    private final int words;

    CellGrid(List<Prism> prisms) {
        this.prisms = prisms;
        for (int axis = 0; axis < 3; axis++) {
            edges[axis] = edges(AxisSpans.of(prisms, axis));
        }
        int longest = 0;
        for (int axis = 1; axis < 3; axis++) {
            if (cells(axis) > cells(longest)) {
                longest = axis;
            }
        }
        this.bitAxis = longest;
        this.words = (cells(longest) + Long.SIZE - 1) / Long.SIZE;
    }

    private static double[] edges(AxisSpans spans) {
        double[] parts = new double[spans.count()];
        int total = 1;
        for (int span = 0; span < parts.length; span++) {
            double length = spans.to(span) - spans.from(span);
            parts[span] = spans.curved(span) ? Math.ceil(length / LARGEST_CELL) : 1;
            total += (int) parts[span];
        }
        double[] edges = new double[total];
        int next = 0;
        for (int span = 0; span < parts.length; span++) {
            double length = spans.to(span) - spans.from(span);
            for (int part = 0; part < parts[span]; part++) {
                edges[next++] = spans.from(span) + length * part / parts[span];
            }
        }
        edges[next] = spans.to(parts.length - 1);
        return edges;
    }

    /** The pieces of the cells whose centre is inside. */
    CellPieces centrePieces() {
        return pieces(Filling.CENTRE, Filling.CENTRE);
    }

    /** The pieces of the cells that are inside as a whole: nothing holds them together but solid. */
    CellPieces wholePieces() {
        return pieces(Filling.WHOLE, Filling.TOUCHED);
    }

    private CellPieces pieces(Filling united, Filling removed) {
        int rowAxis = (bitAxis + 1) % 3;
        int layerAxis = (bitAxis + 2) % 3;
        long[] cells = new long[cells(rowAxis) * cells(layerAxis) * words];
        for (Prism prism : prisms) {
            apply(prism, planeRows(prism, prism.cut() ? removed : united), cells);
        }
        return new CellPieces(cells, words, edges[bitAxis], edges[rowAxis], edges[layerAxis]);
    }

    private void apply(Prism prism, long[][] planeRows, long[] cells) {
        int rowAxis = (bitAxis + 1) % 3;
        int layerAxis = (bitAxis + 2) % 3;
        long[] across = bits(prism.from(), prism.to(), edges[bitAxis], new long[words], Filling.WHOLE);
        for (int layer = 0; layer < cells(layerAxis); layer++) {
            for (int row = 0; row < cells(rowAxis); row++) {
                long[] mask;
                if (prism.w() == bitAxis) {
                    // The bit axis is across the plane: u is the row axis, v the layer axis.
                    mask = (planeRows[layer][row >> 6] >>> row & 1) == 1 ? across : null;
                } else if (prism.u() == bitAxis) {
                    mask = spans(prism, layerAxis, layer) ? planeRows[row] : null;
                } else {
                    mask = spans(prism, rowAxis, row) ? planeRows[layer] : null;
                }
                if (mask != null) {
                    combine(cells, (layer * cells(rowAxis) + row) * words, mask, prism.cut());
                }
            }
        }
    }

    private static void combine(long[] cells, int at, long[] mask, boolean cut) {
        for (int word = 0; word < mask.length; word++) {
            cells[at + word] = cut ? cells[at + word] & ~mask[word] : cells[at + word] | mask[word];
        }
    }

    private boolean spans(Prism prism, int axis, int cell) {
        double middle = (edges[axis][cell] + edges[axis][cell + 1]) / 2;
        return prism.from() < middle && middle < prism.to();
    }

    /** The prism's face as bits along one of its plane's axes (the bit axis if it is one), a row a cell of the other. */
    private long[][] planeRows(Prism prism, Filling filling) {
        boolean alongV = prism.v() == bitAxis;
        Region region = alongV ? prism.region().transposed() : prism.region();
        double[] along = edges[alongV ? prism.v() : prism.u()];
        double[] rows = edges[alongV ? prism.u() : prism.v()];
        long[][] result = new long[rows.length - 1][];
        Intervals line = new Intervals();
        for (int row = 0; row < result.length; row++) {
            result[row] = planeRow(region, rows[row], rows[row + 1], along, filling, line);
        }
        return result;
    }

    private static long[] planeRow(
            Region region, double low, double high, double[] along, Filling filling, Intervals line) {
        long[] middle = lineBits(region, (low + high) / 2, along, filling, line);
        if (filling == Filling.CENTRE) {
            return middle;
        }
        long[] first = lineBits(region, low + SLACK, along, filling, line);
        long[] last = lineBits(region, high - SLACK, along, filling, line);
        for (int word = 0; word < middle.length; word++) {
            middle[word] = filling == Filling.WHOLE
                    ? middle[word] & first[word] & last[word]
                    : middle[word] | first[word] | last[word];
        }
        return middle;
    }

    private static long[] lineBits(Region region, double position, double[] along, Filling filling, Intervals line) {
        region.along(position, line);
        long[] bits = new long[(along.length - 1 + Long.SIZE - 1) / Long.SIZE];
        for (int interval = 0; interval < line.count(); interval++) {
            bits(line.from(interval), line.to(interval), along, bits, filling);
        }
        return bits;
    }

    private static long[] bits(double from, double to, double[] edges, long[] bits, Filling filling) {
        for (int cell = 0; cell + 1 < edges.length; cell++) {
            double low = edges[cell];
            double high = edges[cell + 1];
            boolean filled =
                    switch (filling) {
                        case CENTRE -> from < (low + high) / 2 && (low + high) / 2 < to;
                        // The lines run a little beside the cell's edges, where slanted walls have moved on.
                        case WHOLE -> from <= low + 100 * SLACK && high - 100 * SLACK <= to;
                        case TOUCHED -> from < high - 100 * SLACK && low + 100 * SLACK < to;
                    };
            if (filled) {
                bits[cell >> 6] |= 1L << cell;
            }
        }
        return bits;
    }

    private int cells(int axis) {
        return edges[axis].length - 1;
    }
}
