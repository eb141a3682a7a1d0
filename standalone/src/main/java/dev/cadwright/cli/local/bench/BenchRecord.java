package dev.cadwright.cli.local.bench;

import java.util.OptionalDouble;

/**
 * One figure.
 *
 * @param peer the other tool's figure from the same run, or recorded of the samples; null where there is none
 * @param ratio the peer's figure through ours, so that more is better; null without a peer
 */
record BenchRecord(String name, double value, String unit, Double peer, Double ratio) {
    static BenchRecord alone(String name, double value, String unit) {
        return new BenchRecord(name, value, unit, null, null);
    }

    /** A figure of which more is better, beside the peer's; or of which less is, where the unit is a time. */
    static BenchRecord of(String name, double value, String unit, Double peer) {
        if (peer == null) {
            return alone(name, value, unit);
        }
        return new BenchRecord(name, value, unit, peer, unit.endsWith("/s") ? value / peer : peer / value);
    }

    static BenchRecord beside(String name, double value, String unit, OptionalDouble peer) {
        return peer.isEmpty()
                ? alone(name, value, unit)
                : new BenchRecord(name, value, unit, peer.getAsDouble(), peer.getAsDouble() / value);
    }
}
