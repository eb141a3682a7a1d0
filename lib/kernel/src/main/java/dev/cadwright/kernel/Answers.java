package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cad.shape.Geometry;
import dev.cadwright.cad.shape.Kind;
import dev.cadwright.cad.shape.Modeller.Crossing;
import dev.cadwright.cad.shape.Modeller.CurvePoint;
import dev.cadwright.cad.shape.Modeller.Distance;
import dev.cadwright.cad.shape.Modeller.SurfacePoint;
import dev.cadwright.cad.shape.PartDescription;
import dev.cadwright.cad.shape.ShapeMeasures;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Answers to the questions of a modeller. What does not add up is an exception of whatever kind. */
final class Answers {
    private Answers() {}

    static List<PartDescription> descriptions(JsonNode node) {
        return list(node, Answers::description);
    }

    /** kind, identity, geometry, centre, size, closed, forward, direction, radius, start, end. */
    static PartDescription description(JsonNode node) {
        return new PartDescription(
                kind(node.get(0)),
                node.get(1).intValue(),
                Geometry.valueOf(node.get(2).textValue()),
                vector(numbers(node.get(3)), 0),
                node.get(4).doubleValue(),
                optionalVector(node.get(7)),
                node.get(8).isNumber() ? OptionalDouble.of(node.get(8).doubleValue()) : OptionalDouble.empty(),
                optionalVector(node.get(9)),
                optionalVector(node.get(10)),
                node.get(5).booleanValue(),
                node.get(6).booleanValue());
    }

    static List<double[]> lines(JsonNode node) {
        return list(node, Answers::numbers);
    }

    static Kind kind(JsonNode node) {
        return Kind.valueOf(node.textValue());
    }

    static List<Kind> kinds(JsonNode node) {
        return list(node, Answers::kind);
    }

    static List<Integer> integers(JsonNode node) {
        return list(node, JsonNode::intValue);
    }

    static ShapeMeasures measures(JsonNode node) {
        double[] n = numbers(node);
        return new ShapeMeasures(n[0], n[1], n[2], vector(n, 3), vector(n, 6), vector(n, 9));
    }

    static Optional<Bounds> bounds(JsonNode node) {
        double[] n = numbers(node);
        return n.length == 0 ? Optional.empty() : Optional.of(new Bounds(vector(n, 0), vector(n, 3)));
    }

    /** position, tangent, curvature, parameter, then the normal where the curve bends. */
    static CurvePoint curvePoint(JsonNode node) {
        double[] n = numbers(node);
        Optional<Vector3> normal = n.length > 8 ? Optional.of(vector(n, 8)) : Optional.empty();
        return new CurvePoint(vector(n, 0), vector(n, 3), normal, n[6], n[7]);
    }

    /** position, normal, tangents along u and v, u, v. */
    static SurfacePoint surfacePoint(JsonNode node) {
        double[] n = numbers(node);
        return new SurfacePoint(vector(n, 0), vector(n, 3), vector(n, 6), vector(n, 9), n[12], n[13]);
    }

    static Distance distance(JsonNode node) {
        double[] n = numbers(node);
        return new Distance(n[0], vector(n, 1), vector(n, 4));
    }

    /** Pairs of a face and where it is. */
    static List<Crossing> crossings(JsonNode node) {
        double[] n = numbers(node);
        List<Crossing> crossings = new ArrayList<>(n.length / 2);
        for (int i = 0; i + 1 < n.length; i += 2) {
            crossings.add(new Crossing((int) n[i], n[i + 1]));
        }
        return List.copyOf(crossings);
    }

    static double[] numbers(JsonNode node) {
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = node.get(i).doubleValue();
        }
        return numbers;
    }

    private static Optional<Vector3> optionalVector(JsonNode node) {
        return node.isEmpty() ? Optional.empty() : Optional.of(vector(numbers(node), 0));
    }

    private static Vector3 vector(double[] numbers, int start) {
        return new Vector3(numbers[start], numbers[start + 1], numbers[start + 2]);
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> reader) {
        List<T> values = new ArrayList<>(node.size());
        node.forEach(each -> values.add(reader.apply(each)));
        return List.copyOf(values);
    }
}
