package dev.cadwright.kernel.cadquery;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.kernel.Category;
import dev.cadwright.kernel.SolidProperties;
import java.util.Locale;

/** How one program's result differs from the reference's. */
record Deviation(Expected expected, Actual actual) {
    static final double TOLERANCE = 1e-6;

    /** Both made shapes. */
    boolean bothMade() {
        return expected.isOk() && actual.properties().isPresent();
    }

    boolean unsupported() {
        return actual.category() == Category.UNSUPPORTED;
    }

    double volume() {
        return relative(expected.number("volume"), properties().volume());
    }

    double area() {
        return relative(expected.number("area"), properties().area());
    }

    /** As a share of the diagonal of the expected box. */
    double bounds() {
        double[] box = expected.numbers("bbox");
        Bounds bounds = properties().bounds();
        double worst =
                Math.max(apart(bounds.min(), box[0], box[1], box[2]), apart(bounds.max(), box[3], box[4], box[5]));
        return worst / diagonal();
    }

    double centre() {
        double[] centre = expected.numbers("center_of_mass");
        return apart(properties().centreOfMass(), centre[0], centre[1], centre[2]) / diagonal();
    }

    private double diagonal() {
        double[] box = expected.numbers("bbox");
        return Math.max(1e-9, new Vector3(box[3] - box[0], box[4] - box[1], box[5] - box[2]).length());
    }

    private static double apart(Vector3 point, double x, double y, double z) {
        return Math.max(Math.abs(point.x() - x), Math.max(Math.abs(point.y() - y), Math.abs(point.z() - z)));
    }

    private static double relative(double expected, double actual) {
        return expected == actual ? 0 : Math.abs(actual - expected) / Math.max(1e-9, Math.abs(expected));
    }

    private SolidProperties properties() {
        return actual.properties().orElseThrow();
    }

    /** The largest of the relative errors; infinite where one has a result and the other none. */
    double worst() {
        if (!bothMade()) {
            return agreesToFail() ? 0 : Double.POSITIVE_INFINITY;
        }
        return Math.max(Math.max(volume(), area()), Math.max(bounds(), centre()));
    }

    /** The reference fails, and so does this project. */
    boolean agreesToFail() {
        return !expected.isOk() && actual.properties().isEmpty();
    }

    boolean sameSolidsAndFaces() {
        return bothMade()
                && properties().solids() == expected.count("solids")
                && properties().faceTypes().equals(expected.faceTypes());
    }

    boolean sameCounts() {
        return sameSolidsAndFaces()
                && properties().faces() == expected.count("faces")
                && properties().edges() == expected.count("edges")
                && properties().vertices() == expected.count("vertices");
    }

    boolean sameValidity() {
        return bothMade() && (actual.category() != Category.INVALID) == expected.isValid();
    }

    boolean within() {
        return worst() <= TOLERANCE;
    }

    /** A solid where the reference has another one, or none. */
    boolean isWrongSolid() {
        return actual.properties().isPresent() && !within();
    }

    @Override
    public String toString() {
        if (!bothMade()) {
            return "%s: expected %s, got %s %s"
                    .formatted(expected.name(), expected.category(), actual.category(), actual.message());
        }
        return String.format(
                Locale.ROOT,
                "%s: volume %.2e area %.2e bounds %.2e centre %.2e, solids %d/%d, faces %s/%s, valid %s/%s",
                expected.name(),
                volume(),
                area(),
                bounds(),
                centre(),
                properties().solids(),
                expected.count("solids"),
                properties().faceTypes(),
                expected.faceTypes(),
                actual.category() != Category.INVALID,
                expected.isValid());
    }
}
