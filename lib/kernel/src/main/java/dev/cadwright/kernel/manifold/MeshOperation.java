package dev.cadwright.kernel.manifold;

import java.util.Locale;

/** What becomes of several meshes. */
public enum MeshOperation {
    /** The one mesh as it is, measured. */
    MEASURE,
    UNION,
    /** The first less all others. */
    DIFFERENCE,
    INTERSECTION,
    /** The convex hull around all. */
    HULL,
    /** The first, swept by the second, and so on. */
    MINKOWSKI;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
