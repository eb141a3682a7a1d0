package dev.cadwright.metrics.overlap;

/** A convex polygon in the plane, counter-clockwise; its arrays are used over and over. */
final class Polygon {
    final double[] x;
    final double[] y;
    int count;
    double left;
    double right;
    double low;
    double high;

    Polygon(int capacity) {
        x = new double[capacity];
        y = new double[capacity];
    }

    void setTriangle(double[] corners, int at) {
        for (int i = 0; i < 3; i++) {
            x[i] = corners[at + 2 * i];
            y[i] = corners[at + 2 * i + 1];
        }
        count = 3;
    }

    /** Sets the box around the corners. */
    void measure() {
        left = x[0];
        right = left;
        low = y[0];
        high = low;
        for (int i = 1; i < count; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            low = Math.min(low, y[i]);
            high = Math.max(high, y[i]);
        }
    }

    /** Writes the part inside a counter-clockwise triangle to the target; returns whether there is one. */
    boolean clipByTriangle(double[] corners, int at, Polygon target, Polygon scratch) {
        clipByEdge(corners[at], corners[at + 1], corners[at + 2], corners[at + 3], target);
        if (target.count < 3) {
            return false;
        }
        target.clipByEdge(corners[at + 2], corners[at + 3], corners[at + 4], corners[at + 5], scratch);
        if (scratch.count < 3) {
            return false;
        }
        scratch.clipByEdge(corners[at + 4], corners[at + 5], corners[at], corners[at + 1], target);
        return target.count >= 3;
    }

    private void clipByEdge(double x0, double y0, double x1, double y1, Polygon target) {
        double a = y0 - y1;
        double b = x1 - x0;
        clipByLine(a, b, -(a * x0 + b * y0), target);
    }

    /**
     * Writes the part where ax + by + c is not negative to the target (Sutherland and Hodgman); returns whether that is
     * the whole polygon.
     */
    boolean clipByLine(double a, double b, double c, Polygon target) {
        int written = 0;
        boolean whole = true;
        double previousX = x[count - 1];
        double previousY = y[count - 1];
        double previous = a * previousX + b * previousY + c;
        for (int i = 0; i < count; i++) {
            double value = a * x[i] + b * y[i] + c;
            if ((value >= 0) != (previous >= 0)) {
                double share = previous / (previous - value);
                target.x[written] = previousX + share * (x[i] - previousX);
                target.y[written++] = previousY + share * (y[i] - previousY);
            }
            if (value >= 0) {
                target.x[written] = x[i];
                target.y[written++] = y[i];
            } else {
                whole = false;
            }
            previousX = x[i];
            previousY = y[i];
            previous = value;
        }
        target.count = written;
        return whole;
    }

    /** The integral of ax + by + c over the polygon. */
    double integral(double a, double b, double c) {
        double sum = 0;
        double first = a * x[0] + b * y[0] + c;
        for (int i = 1; i + 1 < count; i++) {
            double area = (x[i] - x[0]) * (y[i + 1] - y[0]) - (x[i + 1] - x[0]) * (y[i] - y[0]);
            sum += area * (first + a * x[i] + b * y[i] + c + a * x[i + 1] + b * y[i + 1] + c);
        }
        return sum / 6;
    }
}
