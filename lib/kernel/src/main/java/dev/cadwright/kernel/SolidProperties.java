package dev.cadwright.kernel;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The measures of the compound of all unique solids of a shape.
 *
 * @param volume volumes added up over the solids: where they overlap, that part counts more than once
 * @param area surface area added up over the solids
 * @param centreOfMass by volume
 * @param bounds exact, not widened by tolerances (for planes and cylinders to about 1e-7)
 * @param solids unique solids, as all counts are: the same sub-shape at the same place counts once
 * @param valid whether OCCT's check of topology and geometry found no defect
 * @param fusedVolume the volume of the union of the solids when there are several valid ones
 * @param faceTypes unique faces by the kind of their surface: {@code PLANE}, {@code CYLINDER}, {@code CONE},
 *     {@code SPHERE}, {@code TORUS}, {@code BEZIER}, {@code BSPLINE}, {@code REVOLUTION}, {@code EXTRUSION},
 *     {@code OFFSET}, {@code OTHER}; sorted by name
 */
public record SolidProperties(
        double volume,
        double area,
        Vector3 centreOfMass,
        Bounds bounds,
        int solids,
        int shells,
        int faces,
        int edges,
        int vertices,
        boolean valid,
        OptionalDouble fusedVolume,
        Map<String, Integer> faceTypes) {
    public SolidProperties {
        Objects.requireNonNull(centreOfMass, "centreOfMass");
        Objects.requireNonNull(bounds, "bounds");
        Objects.requireNonNull(fusedVolume, "fusedVolume");
        faceTypes = Collections.unmodifiableMap(new TreeMap<>(faceTypes));
    }

    /** The volume of the point set: that of the union where there are several solids. */
    public double occupiedVolume() {
        return fusedVolume.orElse(volume);
    }
}
