package dev.cadwright.metrics.overlap;

import dev.cadwright.geometry.Vector3;
import java.util.stream.IntStream;

/**
 * A body as the signed sum of the prisms below its triangles: seen from above, each triangle with its plane z = ax + by
 * + c. Sorted by their left end, for finding those that a polygon may touch.
 */
final class Prisms {
    /** Below this share of the body's squared length a triangle seen from above is a line: its prism has no volume. */
    private static final double LINE = 1e-14;

    final int count;
    /** Six numbers a triangle: its corners, counter-clockwise seen from above. */
    final double[] corners;
    /** Three numbers a triangle: a, b, c. */
    final double[] planes;

    final double[] signs;
    final double[] left;
    final double[] right;
    final double[] low;
    final double[] high;
    private final double[] reach;

    /** @param origin becomes the origin, which keeps rounding errors small */
    Prisms(Body body, Vector3 origin) {
        double side = body.bounds().longestSide();
        int[] order = order(body, LINE * side * side);
        count = order.length;
        corners = new double[6 * count];
        planes = new double[3 * count];
        signs = new double[count];
        left = new double[count];
        right = new double[count];
        low = new double[count];
        high = new double[count];
        reach = new double[count];
        for (int i = 0; i < count; i++) {
            add(body, order[i], i, origin);
            reach[i] = i == 0 ? right[0] : Math.max(reach[i - 1], right[i]);
        }
    }

    private static int[] order(Body body, double line) {
        double[] v = body.mesh().vertices();
        int[] t = body.mesh().triangles();
        return IntStream.range(0, t.length / 3)
                .filter(i -> Math.abs(twiceArea(v, t, i)) > line)
                .boxed()
                .sorted((i, j) -> Double.compare(leftEnd(v, t, i), leftEnd(v, t, j)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double leftEnd(double[] v, int[] t, int i) {
        return Math.min(v[3 * t[3 * i]], Math.min(v[3 * t[3 * i + 1]], v[3 * t[3 * i + 2]]));
    }

    private static double twiceArea(double[] v, int[] t, int i) {
        int a = 3 * t[3 * i];
        int b = 3 * t[3 * i + 1];
        int c = 3 * t[3 * i + 2];
        return (v[b] - v[a]) * (v[c + 1] - v[a + 1]) - (v[b + 1] - v[a + 1]) * (v[c] - v[a]);
    }

    private void add(Body body, int triangle, int at, Vector3 origin) {
        double[] v = body.mesh().vertices();
        int[] t = body.mesh().triangles();
        double area = twiceArea(v, t, triangle);
        int a = 3 * t[3 * triangle];
        int b = 3 * t[3 * triangle + (area > 0 ? 1 : 2)];
        int c = 3 * t[3 * triangle + (area > 0 ? 2 : 1)];
        double[] p = {
            v[a] - origin.x(),
            v[a + 1] - origin.y(),
            v[b] - origin.x(),
            v[b + 1] - origin.y(),
            v[c] - origin.x(),
            v[c + 1] - origin.y()
        };
        System.arraycopy(p, 0, corners, 6 * at, 6);
        signs[at] = area > 0 ? 1 : -1;
        double dzb = v[b + 2] - v[a + 2];
        double dzc = v[c + 2] - v[a + 2];
        double twice = Math.abs(area);
        double slopeX = (dzb * (p[5] - p[1]) - dzc * (p[3] - p[1])) / twice;
        double slopeY = (dzc * (p[2] - p[0]) - dzb * (p[4] - p[0])) / twice;
        planes[3 * at] = slopeX;
        planes[3 * at + 1] = slopeY;
        planes[3 * at + 2] = v[a + 2] - origin.z() - slopeX * p[0] - slopeY * p[1];
        left[at] = Math.min(p[0], Math.min(p[2], p[4]));
        right[at] = Math.max(p[0], Math.max(p[2], p[4]));
        low[at] = Math.min(p[1], Math.min(p[3], p[5]));
        high[at] = Math.max(p[1], Math.max(p[3], p[5]));
    }

    /** The first triangle that may reach x: none before it does. */
    int firstReaching(double x) {
        int from = 0;
        int to = count;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (reach[middle] < x) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}
