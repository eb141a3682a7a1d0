package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.cadquery.SketchLayers.Layer;
import dev.cadwright.cad.shape.GroupShape;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller;
import dev.cadwright.cad.shape.ModellingException;
import dev.cadwright.cad.shape.ModifiedShape;
import dev.cadwright.cad.shape.PartDescription;
import dev.cadwright.cad.shape.Shape;
import dev.cadwright.cad.shape.ShapeMeasures;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Transform;
import dev.cadwright.geometry.Vector3;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers without a kernel what the numbers of plane faces say: how many there are. Every other question ends the run,
 * and no program can go on with a guess.
 */
final class FlatModeller implements Modeller {
    /** The code of an end for a question that only an execution answers. */
    static final String UNANSWERED = "history.question";

    private final Map<Shape, List<Layer>> known = new IdentityHashMap<>();
    private final Set<Shape> full = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LoopGap gap = new LoopGap();
    private final CadQueryHistory history = new CadQueryHistory(gap);

    /** Faces whose outlines meet count as one: nothing tells how many they become. */
    static int count(List<Layer> layers) {
        return layers.size() == 1 ? layers.getFirst().profiles().size() : 1;
    }

    @Override
    public List<Kind> members(Shape of) {
        List<Layer> layers = layers(of);
        if (layers.size() != 1) {
            throw new ModellingException.Ended(
                    UNANSWERED, "how many faces those become that meet, only their execution tells", of.span());
        }
        return Collections.nCopies(count(layers), Kind.FACE);
    }

    @Override
    public boolean isEmpty(Shape of) {
        if (!SketchLayers.isFull(layers(of))) {
            throw unanswered("whether anything is left", of);
        }
        return false;
    }

    @Override
    public int count(Shape of, Kind kind) {
        if (kind != Kind.FACE) {
            throw unanswered("the parts", of);
        }
        return count(layers(of));
    }

    /** Where a set of faces stands does not change their number. */
    private List<Layer> layers(Shape of) {
        Shape faces = of;
        while (true) {
            switch (faces) {
                case ModifiedShape.Placed placed -> faces = placed.of();
                case ModifiedShape.Clean clean -> faces = clean.of();
                case GroupShape.Members members -> faces = members.of();
                default -> {
                    return known.computeIfAbsent(faces, this::flat);
                }
            }
        }
    }

    @Override
    public boolean holds(Shape of, Kind kind) {
        if (kind == Kind.SOLID && (full.contains(of) || isFull(of))) {
            full.add(of);
            return true;
        }
        throw unanswered("whether anything is left", of);
    }

    private boolean isFull(Shape of) {
        try {
            return history.construction(List.of(of)) instanceof Parse.Ok<Construction>(var construction)
                    && HistoryProbe.findsInside(construction.features(), gap);
        } catch (Unrecognised e) {
            throw new ModellingException.Ended(UNANSWERED, e.getMessage(), of.span());
        }
    }

    private List<Layer> flat(Shape of) {
        try {
            return new FlatFace(gap, FacePoints.normal(of, Transform.IDENTITY)).layers(of, Transform.IDENTITY);
        } catch (Unrecognised e) {
            throw new ModellingException.Ended(UNANSWERED, e.getMessage(), e.span());
        }
    }

    private static ModellingException.Ended unanswered(String what, Shape of) {
        return new ModellingException.Ended(
                UNANSWERED, "the program asks for " + what + " of a shape, which only its execution tells", of.span());
    }

    @Override
    public List<PartDescription> parts(Shape of, Kind kind) {
        throw unanswered("the parts", of);
    }

    @Override
    public PartDescription describe(Shape shape) {
        throw unanswered("a description", shape);
    }

    @Override
    public Kind kindOf(Shape shape) {
        throw unanswered("the kind", shape);
    }

    @Override
    public ShapeMeasures measure(Shape shape) {
        throw unanswered("the measures", shape);
    }

    @Override
    public Optional<Bounds> bounds(Shape shape, boolean optimal) {
        throw unanswered("the box", shape);
    }

    @Override
    public boolean isValid(Shape shape) {
        throw unanswered("the validity", shape);
    }

    @Override
    public boolean isSame(Shape first, Shape second) {
        throw unanswered("the identity", first);
    }

    @Override
    public CurvePoint onCurve(Shape curve, double at, boolean share) {
        throw unanswered("a point", curve);
    }

    @Override
    public double[] range(Shape curve) {
        throw unanswered("the parameters", curve);
    }

    @Override
    public double nearestParameter(Shape curve, Vector3 point) {
        throw unanswered("the nearest point", curve);
    }

    @Override
    public SurfacePoint onSurface(Shape face, Optional<Vector3> near) {
        throw unanswered("a point", face);
    }

    @Override
    public SurfacePoint onSurface(Shape face, double u, double v) {
        throw unanswered("a point", face);
    }

    @Override
    public boolean contains(Shape solid, Vector3 point, double tolerance) {
        throw unanswered("the inside", solid);
    }

    @Override
    public Distance distance(Shape first, Shape second) {
        throw unanswered("the distance", first);
    }

    @Override
    public List<Crossing> facesAlong(Shape shape, Vector3 point, Vector3 direction, double tolerance) {
        throw unanswered("the faces along a line", shape);
    }

    @Override
    public List<Integer> ancestors(Shape part, Shape context, Kind kind) {
        throw unanswered("the neighbours", part);
    }
}
