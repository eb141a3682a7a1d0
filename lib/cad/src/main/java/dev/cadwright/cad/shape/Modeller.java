package dev.cadwright.cad.shape;

import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.List;
import java.util.Optional;

/**
 * Answers what a shape is like, so that a program can go on. Asking executes the shape and what it is made of; a shape
 * that nobody asks about stays unexecuted. Answers are the same however often they are asked.
 *
 * <p>Every method throws {@link ModellingException} where the kernel refuses a step, which a program may catch, and
 * {@link ModellingException.Ended} where the execution is over: out of time or memory, a dead worker.
 */
public interface Modeller {
    /** The unique shapes of a kind inside, in the order of {@link ModifiedShape.Part}. */
    List<PartDescription> parts(Shape of, Kind kind);

    /** Whether the shape, a compound, has no members. */
    default boolean isEmpty(Shape of) {
        return members(of).isEmpty();
    }

    /** Whether any shape of a kind is inside. */
    default boolean holds(Shape of, Kind kind) {
        return !parts(of, kind).isEmpty();
    }

    /** How many unique shapes of a kind are inside. */
    default int count(Shape of, Kind kind) {
        return parts(of, kind).size();
    }

    /** A description of the shape itself. */
    PartDescription describe(Shape shape);

    /** What the shape really is, once built: a solid, say, where its expression promises a compound. */
    Kind kindOf(Shape shape);

    /** The kinds of the direct members, in the order of {@link ModifiedShape.Member}. */
    List<Kind> members(Shape of);

    /** Length, area, volume and their centres over the whole shape. */
    ShapeMeasures measure(Shape shape);

    /** The box around the shape ({@code BRepBndLib::AddOptimal}; {@code Add} where not optimal); none without geometry. */
    Optional<Bounds> bounds(Shape shape, boolean optimal);

    /** {@code BRepCheck_Analyzer}. */
    boolean isValid(Shape shape);

    /** Whether both are the same geometry at the same place, whatever their sense ({@code TopoDS_Shape::IsSame}). */
    boolean isSame(Shape first, Shape second);

    /**
     * A point of an edge or wire.
     *
     * @param at a share of the length, or a parameter of the curve
     */
    CurvePoint onCurve(Shape curve, double at, boolean share);

    /** The range of the parameter of an edge or wire: first, last. */
    double[] range(Shape curve);

    /** The parameter on an edge or wire of its point nearest to a point of space. */
    double nearestParameter(Shape curve, Vector3 point);

    /** The point of a face nearest to a point of space, or the middle of its parameters where there is none. */
    SurfacePoint onSurface(Shape face, Optional<Vector3> near);

    /** The point of a face at parameters of its surface. */
    SurfacePoint onSurface(Shape face, double u, double v);

    /** Whether a point is inside a solid or on its surface ({@code BRepClass3d_SolidClassifier}). */
    boolean contains(Shape solid, Vector3 point, double tolerance);

    /** The shortest distance, and where it is on each ({@code BRepExtrema_DistShapeShape}). */
    Distance distance(Shape first, Shape second);

    /** The indices of the faces that a line meets, in its order, with the parameter of each ({@code BRepIntCurveSurface_Inter}). */
    List<Crossing> facesAlong(Shape shape, Vector3 point, Vector3 direction, double tolerance);

    /** The indices of the parts of a kind of the context that hold the given part of it. */
    List<Integer> ancestors(Shape part, Shape context, Kind kind);

    /** @param face index in the order of {@link ModifiedShape.Part}; @param at distance along the unit direction */
    record Crossing(int face, double at) {}

    record Distance(double length, Vector3 onFirst, Vector3 onSecond) {}

    /** A point of a curve with its unit tangent, the main normal where the curve bends, and 1 / radius. */
    record CurvePoint(
            Vector3 position, Vector3 tangent, Optional<Vector3> normal, double curvature, double parameter) {}

    /** A point of a face with its unit normal, out of the solid where the face bounds one. */
    record SurfacePoint(Vector3 position, Vector3 normal, Vector3 uTangent, Vector3 vTangent, double u, double v) {}
}
