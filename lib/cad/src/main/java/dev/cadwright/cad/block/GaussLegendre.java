package dev.cadwright.cad.block;

/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1], by Newton's method on the Legendre polynomial. */
final class GaussLegendre {
    static final int LARGEST = 16;

    private static final GaussLegendre[] RULES = new GaussLegendre[LARGEST + 1];

    static {
        for (int count = 1; count <= LARGEST; count++) {
            RULES[count] = new GaussLegendre(count);
        }
    }

    private final double[] nodes;
    private final double[] weights;

    private GaussLegendre(int count) {
        nodes = new double[count];
        weights = new double[count];
        for (int i = 0; i < count; i++) {
            double x = StrictMath.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double slope = 0;
            for (int step = 0; step < 20; step++) {
                double value = x;
                double previous = 1;
                for (int degree = 2; degree <= count; degree++) {
                    double next = ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree;
                    previous = value;
                    value = next;
                }
                slope = count * (x * value - previous) / (x * x - 1);
                x -= value / slope;
            }
            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    static GaussLegendre of(int count) {
        return RULES[count];
    }

    int count() {
        return nodes.length;
    }

    double node(int index) {
        return nodes[index];
    }

    double weight(int index) {
        return weights[index];
    }
}
