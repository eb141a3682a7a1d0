package dev.cadwright.cad.block;

import java.util.Arrays;

/** Disjoint intervals of one line as their sorted ends, in a buffer that is used again and again. */
final class Intervals {
    enum Rule {
        UNION,
        DIFFERENCE,
        SYMMETRIC_DIFFERENCE;

        boolean holds(boolean first, boolean second) {
            return switch (this) {
                case UNION -> first || second;
                case DIFFERENCE -> first && !second;
                case SYMMETRIC_DIFFERENCE -> first != second;
            };
        }
    }

    private double[] ends = new double[16];
    private int size;

    void clear() {
        size = 0;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int count() {
        return size / 2;
    }

    double from(int interval) {
        return ends[2 * interval];
    }

    double to(int interval) {
        return ends[2 * interval + 1];
    }

    void addEnd(double end) {
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, 2 * size);
        }
        ends[size++] = end;
    }

    void add(double from, double to) {
        addEnd(from);
        addEnd(to);
    }

    /** Sorts the ends (a handful: by insertion) and drops the last if, by rounding, their number is odd. */
    void sort() {
        for (int i = 1; i < size; i++) {
            double end = ends[i];
            int at = i;
            while (at > 0 && ends[at - 1] > end) {
                ends[at] = ends[at - 1];
                at--;
            }
            ends[at] = end;
        }
        size &= ~1;
    }

    double length() {
        double length = 0;
        for (int i = 0; i < size; i += 2) {
            length += ends[i + 1] - ends[i];
        }
        return length;
    }

    /** The length of the part within [from, to]. */
    double lengthWithin(double from, double to) {
        double length = 0;
        for (int i = 0; i < size; i += 2) {
            length += Math.max(0, Math.min(to, ends[i + 1]) - Math.max(from, ends[i]));
        }
        return length;
    }

    void copyFrom(Intervals other) {
        size = 0;
        for (int i = 0; i < other.size; i++) {
            addEnd(other.ends[i]);
        }
    }

    /** Makes this what the rule leaves of two others. */
    void combine(Intervals first, Intervals second, Rule rule) {
        clear();
        int i = 0;
        int j = 0;
        boolean inside = false;
        while (i < first.size || j < second.size) {
            double at = j == second.size || (i < first.size && first.ends[i] <= second.ends[j])
                    ? first.ends[i]
                    : second.ends[j];
            while (i < first.size && first.ends[i] == at) {
                i++;
            }
            while (j < second.size && second.ends[j] == at) {
                j++;
            }
            // An odd number of passed ends means that we are within.
            boolean next = rule.holds((i & 1) == 1, (j & 1) == 1);
            if (next != inside) {
                addEnd(at);
                inside = next;
            }
        }
    }
}
