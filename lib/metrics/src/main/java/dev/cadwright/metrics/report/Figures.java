package dev.cadwright.metrics.report;

import dev.cadwright.metrics.MetricSummary;
import java.util.Locale;

/** Numbers as people read them in tables. */
final class Figures {
    private Figures() {}

    /** Three significant figures; small and large numbers with a power of ten. */
    static String of(double value) {
        double size = Math.abs(value);
        if (value == 0) {
            return "0";
        }
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (size < 1e-3 || size >= 1e5) {
            return String.format(Locale.ROOT, "%.2e", value);
        }
        int decimals = Math.clamp(2 - (int) Math.floor(Math.log10(size)), 0, 5);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String meanWithInterval(MetricSummary summary) {
        return of(summary.mean()) + " [" + of(summary.meanLow()) + ", " + of(summary.meanHigh()) + "]";
    }
}
