package dev.cadwright.geometry.render;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;

/** A scene's vertices in one picture: pixel coordinates from the upper left corner, depth along the look direction. */
final class Projection {
    final int size;
    final View view;
    /** Pixels a unit of length. */
    final double scale;

    final double[] x;
    final double[] y;
    final double[] depth;

    Projection(Scene scene, View view, RenderOptions options) {
        this.size = options.size();
        this.view = view;
        this.scale = options.size() * options.fill() / Math.max(1, extent(scene, view));
        int count = scene.vertices.length / 3;
        x = along(scene.vertices, count, view.right().times(scale), size / 2.0);
        y = along(scene.vertices, count, view.up().times(-scale), size / 2.0);
        depth = along(scene.vertices, count, view.look(), 0);
    }

    /**
     * How far the scene's box reaches in the picture. Seen along an axis at most its longest side, 1; seen from a corner
     * more, and the picture has to hold that too.
     */
    private static double extent(Scene scene, View view) {
        if (scene.vertices.length == 0) {
            return 0;
        }
        Vector3 size = Bounds.of(scene.vertices).size();
        return Math.max(extentAlong(size, view.right()), extentAlong(size, view.up()));
    }

    private static double extentAlong(Vector3 size, Vector3 axis) {
        return size.x() * Math.abs(axis.x()) + size.y() * Math.abs(axis.y()) + size.z() * Math.abs(axis.z());
    }

    private static double[] along(double[] vertices, int count, Vector3 axis, double offset) {
        double[] values = new double[count];
        for (int v = 0; v < count; v++) {
            values[v] = vertices[3 * v] * axis.x()
                    + vertices[3 * v + 1] * axis.y()
                    + vertices[3 * v + 2] * axis.z()
                    + offset;
        }
        return values;
    }
}
