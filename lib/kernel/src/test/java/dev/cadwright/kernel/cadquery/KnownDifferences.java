package dev.cadwright.kernel.cadquery;

import java.util.Set;

/** Programs whose result differs because the kernels do; each is explained in {@code docs/kernel-differences.md}. */
final class KnownDifferences {
    private static final Set<String> NAMES = Set.of(
            "train_batch_63_634128_loser.py",
            "00159876_57403b1ae4b055a05f187f5e_step_000.py",
            "00710129_e1f903fa36ba4395e4ca5992_step_001.py");

    private KnownDifferences() {}

    static boolean name(Expected expected) {
        return NAMES.contains(expected.name());
    }

    static boolean explain(Deviation deviation) {
        return name(deviation.expected());
    }
}
