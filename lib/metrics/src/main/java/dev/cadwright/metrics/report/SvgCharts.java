package dev.cadwright.metrics.report;

import java.util.List;
import java.util.Locale;

/** Line charts and histograms as inline SVG; colours come from the page's style sheet. */
final class SvgCharts {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 220;
    private static final int LEFT = 48;
    private static final int BOTTOM = 32;
    private static final int MARGIN = 20;
    private static final int BINS = 20;

    private SvgCharts() {}

    /** Curves over a common step axis; points that are not finite are left out. */
    static String lines(List<BenchmarkReport.LossCurve> curves) {
        List<BenchmarkReport.LossCurve.Point> all = curves.stream()
                .flatMap(curve -> curve.points().stream())
                .filter(point -> Double.isFinite(point.value()))
                .toList();
        if (all.isEmpty()) {
            return "";
        }
        Axis x = Axis.around(
                all.stream().mapToDouble(point -> (double) point.step()).toArray());
        Axis y = Axis.around(
                all.stream().mapToDouble(BenchmarkReport.LossCurve.Point::value).toArray());
        StringBuilder svg = open("Loss over training steps");
        axes(svg, x, y);
        for (int i = 0; i < curves.size(); i++) {
            StringBuilder path = new StringBuilder();
            for (BenchmarkReport.LossCurve.Point point : curves.get(i).points()) {
                if (Double.isFinite(point.value())) {
                    path.append(path.isEmpty() ? 'M' : 'L')
                            .append(coordinate(x.at((double) point.step(), LEFT, WIDTH - MARGIN)));
                    path.append(' ').append(coordinate(y.at(point.value(), HEIGHT - BOTTOM, MARGIN)));
                }
            }
            svg.append("<path class=\"line c")
                    .append(i % 4)
                    .append("\" d=\"")
                    .append(path)
                    .append("\"/>");
        }
        return svg.append("</svg>").append(legend(curves)).toString();
    }

    private static String legend(List<BenchmarkReport.LossCurve> curves) {
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < curves.size(); i++) {
            legend.append("<span class=\"key c").append(i % 4).append("\"></span>");
            legend.append(Html.escape(curves.get(i).name())).append(' ');
        }
        return legend.append("</p>").toString();
    }

    /**
     * How values from 0 to 1 are spread over twenty bins.
     *
     * @param failed how many samples failed: drawn apart, left of the others, since they are zeros of another kind
     */
    static String histogram(String title, double[] values, int failed) {
        int[] bins = new int[BINS];
        for (double value : values) {
            bins[Math.clamp((int) (value * BINS), 0, BINS - 1)]++;
        }
        int highest = Math.max(1, failed);
        for (int bin : bins) {
            highest = Math.max(highest, bin);
        }
        StringBuilder svg = open(title);
        double step = (double) (WIDTH - LEFT - MARGIN) / (BINS + 2);
        bar(svg, LEFT, step, failed, highest, "bar failed", "failed");
        for (int bin = 0; bin < BINS; bin++) {
            String range = String.format(Locale.ROOT, "%.2f to %.2f", bin / (double) BINS, (bin + 1) / (double) BINS);
            bar(svg, LEFT + (bin + 2) * step, step, bins[bin], highest, "bar", range);
        }
        text(svg, LEFT + step / 2, HEIGHT - 10, "middle", "failed");
        for (int tick = 0; tick <= 4; tick++) {
            text(svg, LEFT + (2 + tick * 5) * step, HEIGHT - 10, "middle", Figures.of(tick / 4.0));
        }
        text(svg, LEFT - 6, MARGIN + 10, "end", String.valueOf(highest));
        text(svg, LEFT - 6, HEIGHT - BOTTOM, "end", "0");
        return svg.append("</svg>").toString();
    }

    private static void bar(
            StringBuilder svg, double x, double step, int count, int highest, String kind, String label) {
        double height = (double) (HEIGHT - BOTTOM - MARGIN) * count / highest;
        svg.append("<rect class=\"").append(kind).append("\" x=\"").append(coordinate(x + 1));
        svg.append("\" y=\"").append(coordinate(HEIGHT - BOTTOM - height));
        svg.append("\" width=\"").append(coordinate(step - 2));
        svg.append("\" height=\"").append(coordinate(height)).append("\"><title>");
        svg.append(label).append(": ").append(count).append("</title></rect>");
    }

    private static StringBuilder open(String label) {
        return new StringBuilder("<svg role=\"img\" aria-label=\"")
                .append(Html.escape(label))
                .append("\" viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\">");
    }

    private static void axes(StringBuilder svg, Axis x, Axis y) {
        for (double tick : y.ticks()) {
            double at = y.at(tick, HEIGHT - BOTTOM, MARGIN);
            svg.append("<line class=\"grid\" x1=\"")
                    .append(LEFT)
                    .append("\" x2=\"")
                    .append(WIDTH - MARGIN);
            svg.append("\" y1=\"")
                    .append(coordinate(at))
                    .append("\" y2=\"")
                    .append(coordinate(at))
                    .append("\"/>");
            text(svg, LEFT - 6, at + 4, "end", Figures.of(tick));
        }
        for (double tick : x.ticks()) {
            text(
                    svg,
                    x.at(tick, LEFT, WIDTH - MARGIN),
                    HEIGHT - 10,
                    "middle",
                    String.format(Locale.ROOT, "%.0f", tick));
        }
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String content) {
        svg.append("<text x=\"").append(coordinate(x)).append("\" y=\"").append(coordinate(y));
        svg.append("\" text-anchor=\"")
                .append(anchor)
                .append("\">")
                .append(content)
                .append("</text>");
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    /** A range of values on a scale, with round ticks within. */
    private record Axis(double low, double high) {
        static Axis around(double[] values) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return high > low ? new Axis(low, high) : new Axis(low - 1, high + 1);
        }

        double at(double value, double from, double to) {
            return from + (value - low) / (high - low) * (to - from);
        }

        double[] ticks() {
            double raw = (high - low) / 4;
            double power = Math.pow(10, Math.floor(Math.log10(raw)));
            double step = raw / power < 1.5 ? power : raw / power < 3.5 ? 2 * power : 5 * power;
            double first = Math.ceil(low / step) * step;
            int count = Math.clamp((int) Math.floor((high - first) / step) + 1, 1, 12);
            double[] ticks = new double[count];
            for (int i = 0; i < count; i++) {
                ticks[i] = first + i * step;
            }
            return ticks;
        }
    }
}
