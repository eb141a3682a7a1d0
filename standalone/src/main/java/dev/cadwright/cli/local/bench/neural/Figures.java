package dev.cadwright.cli.local.bench.neural;

/** Takes a figure, and the peer's of the same run where there is one. */
@FunctionalInterface
public interface Figures {
    /** @param peer null without one */
    void take(String name, double value, String unit, Double peer);

    default void take(String name, double value, String unit) {
        take(name, value, unit, null);
    }
}
