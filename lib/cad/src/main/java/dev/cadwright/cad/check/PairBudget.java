package dev.cadwright.cad.check;

/** How many pairs of curves a check may still compare, so that no construction keeps it busy for long. */
final class PairBudget {
    private long left;

    PairBudget(long pairs) {
        this.left = pairs;
    }

    boolean take() {
        return left-- > 0;
    }
}
