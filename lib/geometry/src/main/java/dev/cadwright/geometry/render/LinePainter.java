package dev.cadwright.geometry.render;

/**
 * Paints the visible edges of a scene as smooth lines: the share of each pixel that lines cover. An edge point is
 * visible if it does not lie behind all four pixels around it.
 */
final class LinePainter {
    private static final double MIN_FACING = 1e-9;
    private static final double DEPTH_BIAS = 1e-3;
    private static final double MAX_SLOPE = 4;

    private final Scene scene;
    private final Projection projection;
    private final float[] depths;
    private final int size;
    private final double radius;
    private final double[] facing;
    /** 0 where no line is, 255 where a pixel is all line. */
    final byte[] coverage;

    LinePainter(Scene scene, Projection projection, float[] depths) {
        this.scene = scene;
        this.projection = projection;
        this.depths = depths;
        this.size = projection.size;
        this.radius = Math.max(0.5, 0.75 * size / 512);
        this.coverage = new byte[size * size];
        this.facing = facing();
    }

    /** For each triangle the cosine between its normal and the direction to the eye. */
    private double[] facing() {
        double[] cosines = new double[scene.triangleCount()];
        for (int t = 0; t < cosines.length; t++) {
            cosines[t] = -(scene.normals[3 * t] * projection.view.look().x()
                    + scene.normals[3 * t + 1] * projection.view.look().y()
                    + scene.normals[3 * t + 2] * projection.view.look().z());
        }
        return cosines;
    }

    void paint() {
        for (int edge = 0; edge < scene.edges.size(); edge++) {
            if (scene.isFeature(edge) || isSilhouette(edge)) {
                paint(scene.edges.low(edge), scene.edges.high(edge), bias(edge));
            }
        }
    }

    private boolean isSilhouette(int edge) {
        return (facing[scene.edges.first(edge)] > MIN_FACING) != (facing[scene.edges.second(edge)] > MIN_FACING);
    }

    /** The depth that the faces at an edge may rise above it within a pixel. */
    private double bias(int edge) {
        double slope = slope(scene.edges.first(edge));
        if (scene.edges.second(edge) >= 0) {
            slope = Math.max(slope, slope(scene.edges.second(edge)));
        }
        return DEPTH_BIAS + slope / projection.scale;
    }

    private double slope(int triangle) {
        double cosine = Math.abs(facing[triangle]);
        // An edge-on face hides nothing; its slope would only let hidden lines shine through.
        return cosine < 0.05 ? 0 : Math.min(MAX_SLOPE, Math.sqrt(1 - cosine * cosine) / cosine);
    }

    private void paint(int from, int to, double bias) {
        double ax = projection.x[from];
        double ay = projection.y[from];
        double dx = projection.x[to] - ax;
        double dy = projection.y[to] - ay;
        boolean steep = Math.abs(dy) > Math.abs(dx);
        double major = steep ? ay : ax;
        double extent = steep ? dy : dx;
        double lengthSquared = dx * dx + dy * dy;
        int first = Math.max(0, (int) Math.floor(Math.min(major, major + extent) - radius));
        int last = Math.min(size - 1, (int) Math.floor(Math.max(major, major + extent) + radius));
        double reach = (radius + 0.5) * (extent == 0 ? 1 : Math.sqrt(lengthSquared) / Math.abs(extent)) + 0.5;
        for (int step = first; step <= last; step++) {
            double share = extent == 0 ? 0 : Math.clamp((step + 0.5 - major) / extent, 0, 1);
            double x = ax + share * dx;
            double y = ay + share * dy;
            double depth = projection.depth[from] + share * (projection.depth[to] - projection.depth[from]);
            if (isVisible(x, y, depth - bias)) {
                double centre = steep ? x : y;
                int low = Math.max(0, (int) Math.floor(centre - reach));
                int high = Math.min(size - 1, (int) Math.floor(centre + reach));
                for (int across = low; across <= high; across++) {
                    int column = steep ? across : step;
                    int row = steep ? step : across;
                    cover(column, row, column + 0.5 - ax, row + 0.5 - ay, dx, dy, lengthSquared);
                }
            }
        }
    }

    private boolean isVisible(double x, double y, double depth) {
        int left = (int) Math.floor(x - 0.5);
        int top = (int) Math.floor(y - 0.5);
        if (left < 0 || top < 0 || left + 1 >= size || top + 1 >= size) {
            return true;
        }
        int at = top * size + left;
        return depth <= depths[at]
                || depth <= depths[at + 1]
                || depth <= depths[at + size]
                || depth <= depths[at + size + 1];
    }

    /** Covers a pixel by its distance from the segment; px, py run from the segment's start. */
    private void cover(int column, int row, double px, double py, double dx, double dy, double lengthSquared) {
        double share = lengthSquared == 0 ? 0 : Math.clamp((px * dx + py * dy) / lengthSquared, 0, 1);
        double ex = px - share * dx;
        double ey = py - share * dy;
        double covered = radius + 0.5 - Math.sqrt(ex * ex + ey * ey);
        if (covered > 0) {
            int level = (int) (255 * Math.min(1, covered) + 0.5);
            int at = row * size + column;
            if (level > (coverage[at] & 0xFF)) {
                coverage[at] = (byte) level;
            }
        }
    }
}
