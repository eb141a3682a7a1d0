package dev.cadwright.dataset.access;

/**
 * Some samples of a split, by their position in it.
 *
 * @param from the first
 * @param to after the last
 */
public record SplitRange(int from, int to) {
    public SplitRange {
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("not a range: " + from + " to " + to);
        }
    }

    public int size() {
        return to - from;
    }
}
