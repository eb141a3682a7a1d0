package dev.cadwright.kernel.openscad;

import java.util.Arrays;
import java.util.List;

/**
 * Closed contours in the plane that do not cross: outlines run one way, holes the other.
 *
 * @param points x y pairs of each contour, the last joined to the first; the arrays are not copied
 */
public record Contours(List<double[]> points) {
    public Contours {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a drawing has at least one contour");
        }
        for (double[] contour : points) {
            if (contour.length % 2 != 0 || !Arrays.stream(contour).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("a contour is a row of finite x y pairs");
            }
        }
    }

    /** The area inside: outlines less holes. */
    public double area() {
        return Math.abs(points.stream().mapToDouble(Contours::signedArea).sum());
    }

    /** The length of all contours. */
    public double perimeter() {
        return points.stream().mapToDouble(Contours::length).sum();
    }

    public int pointCount() {
        return points.stream().mapToInt(contour -> contour.length / 2).sum();
    }

    /** x and y of the lower left corner, x and y of the upper right one. */
    public double[] bounds() {
        double[] bounds = {
            Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY
        };
        for (double[] contour : points) {
            for (int i = 0; i < contour.length; i++) {
                bounds[i % 2] = Math.min(bounds[i % 2], contour[i]);
                bounds[2 + i % 2] = Math.max(bounds[2 + i % 2], contour[i]);
            }
        }
        return bounds;
    }

    private static double signedArea(double[] contour) {
        double twice = 0;
        // Measured from the contour's own first point: far from the origin the terms would cancel badly.
        for (int i = 2; i + 3 < contour.length; i += 2) {
            twice += (contour[i] - contour[0]) * (contour[i + 3] - contour[1])
                    - (contour[i + 2] - contour[0]) * (contour[i + 1] - contour[1]);
        }
        return twice / 2;
    }

    private static double length(double[] contour) {
        double sum = 0;
        for (int i = 0; i < contour.length; i += 2) {
            int next = (i + 2) % contour.length;
            sum += Math.hypot(contour[next] - contour[i], contour[next + 1] - contour[i + 1]);
        }
        return sum;
    }
}
