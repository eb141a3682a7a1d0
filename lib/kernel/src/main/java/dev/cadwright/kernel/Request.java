package dev.cadwright.kernel;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to return of a built shape, besides its properties and its validity, which always come.
 *
 * @param mesh triangulate with this deflection
 * @param step write STEP; the same shape gives the same bytes
 * @param brep return the exact geometry, to be used again as {@link Source.Brep}
 * @param longestSide first move the shape's bounding box centre to the origin and scale it so that its longest side has
 *     this length; properties, mesh, STEP and B-rep are then those of the moved and scaled shape
 * @param budget what the request may cost
 * @param stepFormat how STEP is written
 * @param bodies return each body on its own with its edges, in triangles of this deflection
 */
public record Request(
        Optional<Deflection> mesh,
        boolean step,
        boolean brep,
        OptionalDouble longestSide,
        Budget budget,
        StepFormat stepFormat,
        Optional<Deflection> bodies) {
    public Request {
        Objects.requireNonNull(bodies, "bodies");
        Objects.requireNonNull(stepFormat, "stepFormat");
        Objects.requireNonNull(mesh, "mesh");
        Objects.requireNonNull(longestSide, "longestSide");
        Objects.requireNonNull(budget, "budget");
        Normalisation.check(longestSide);
    }

    public Request(Optional<Deflection> mesh, boolean step, boolean brep, OptionalDouble longestSide, Budget budget) {
        this(mesh, step, brep, longestSide, budget, StepFormat.STANDARD, Optional.empty());
    }

    /** Properties and validity alone. */
    public static Request properties() {
        return new Request(Optional.empty(), false, false, OptionalDouble.empty(), Budget.STANDARD);
    }

    public Request withMesh(Deflection deflection) {
        return new Request(Optional.of(deflection), step, brep, longestSide, budget, stepFormat, bodies);
    }

    public Request withStep() {
        return new Request(mesh, true, brep, longestSide, budget, stepFormat, bodies);
    }

    public Request withStep(StepFormat format) {
        return new Request(mesh, true, brep, longestSide, budget, format, bodies);
    }

    public Request withBrep() {
        return new Request(mesh, step, true, longestSide, budget, stepFormat, bodies);
    }

    public Request withBodies(Deflection deflection) {
        return new Request(mesh, step, brep, longestSide, budget, stepFormat, Optional.of(deflection));
    }

    /** Centred on the bounding box, with the longest side of the given length. */
    public Request normalised(double side) {
        return new Request(mesh, step, brep, OptionalDouble.of(side), budget, stepFormat, bodies);
    }

    public Request within(Budget limits) {
        return new Request(mesh, step, brep, longestSide, limits, stepFormat, bodies);
    }
}
