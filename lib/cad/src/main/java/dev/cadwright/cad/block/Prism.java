package dev.cadwright.cad.block;

import java.util.List;

/** A block laid out for fast questions. Its plane's axes are u = k, v = k + 1 and, across, w = k + 2 (modulo 3). */
final class Prism {
    private final boolean cut;
    private final int u;
    private final int v;
    private final int w;
    private final double from;
    private final double to;
    private final Face face;
    private final Region region;
    private final Region transposed;

    Prism(Block block, Face face) {
        this.cut = block.cut();
        this.u = block.plane().firstAxis();
        this.v = (u + 1) % 3;
        this.w = (u + 2) % 3;
        this.from = block.from();
        this.to = block.to();
        this.face = face;
        this.region = Region.of(face.outlines());
        this.transposed = region.transposed();
    }

    boolean cut() {
        return cut;
    }

    /** The axis (0 to 2) of the plane's first coordinate. */
    int u() {
        return u;
    }

    int v() {
        return v;
    }

    /** The axis along which the prism runs. */
    int w() {
        return w;
    }

    double from() {
        return from;
    }

    double to() {
        return to;
    }

    Face face() {
        return face;
    }

    Region region() {
        return region;
    }

    List<OutlineEdge> edges() {
        return face.outlines().stream()
                .flatMap(outline -> outline.edges().stream())
                .toList();
    }

    double low(int axis) {
        return axis == w ? from : region.extent()[axis == u ? 0 : 1];
    }

    double high(int axis) {
        return axis == w ? to : region.extent()[axis == u ? 2 : 3];
    }

    boolean contains(double x, double y, double z) {
        return switch (u) {
            case 0 -> from < z && z < to && region.contains(x, y);
            case 1 -> from < x && x < to && region.contains(y, z);
            default -> from < y && y < to && region.contains(z, x);
        };
    }

    /** Where a line along an axis runs inside; {@code a} and {@code b} are its coordinates on the next two axes. */
    void along(int axis, double a, double b, Intervals result) {
        if (axis == w) {
            result.clear();
            if (region.contains(a, b)) {
                result.add(from, to);
            }
        } else if (axis == u) {
            alongPlane(region, a, b, result);
        } else {
            alongPlane(transposed, b, a, result);
        }
    }

    private void alongPlane(Region rows, double row, double across, Intervals result) {
        if (from < across && across < to) {
            rows.along(row, result);
        } else {
            result.clear();
        }
    }
}
