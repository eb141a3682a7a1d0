package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Mesh;
import dev.cadwright.geometry.Vector3;
import dev.cadwright.geometry.format.Body;
import dev.cadwright.geometry.format.Colour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The answer to one frame: the results of its queries in order, and the failure that ended it, if one did. */
record Reply(List<JsonNode> results, Optional<Failure> failure) {

    /** @param operation the 0-based instruction that failed, −1 before the first */
    record Failure(String category, String code, String message, int operation) {}

    /** @throws IOException if the frame is not a reply to the request of that number */
    static Reply read(byte[] frame, long id) throws IOException {
        JsonNode reply = Cbor.read(frame);
        JsonNode failure = reply.path("failure");
        if (reply.path("id").asLong(-1) != id && failure.isMissingNode()) {
            throw new IOException("an answer to another request");
        }
        List<JsonNode> results = new ArrayList<>();
        reply.path("results").forEach(results::add);
        return new Reply(results, failure.isMissingNode() ? Optional.empty() : Optional.of(failure(failure)));
    }

    private static Failure failure(JsonNode node) {
        return new Failure(
                node.path("category").asText(),
                node.path("code").asText(),
                node.path("message").asText(),
                node.path("operation").asInt(-1));
    }

    static SolidProperties properties(JsonNode node, boolean valid) {
        double[] bounds = numbers(node.path("bounds"));
        double[] centre = numbers(node.path("centre"));
        JsonNode counts = node.path("counts");
        JsonNode fused = node.path("fusedVolume");
        return new SolidProperties(
                node.path("volume").doubleValue(),
                node.path("area").doubleValue(),
                new Vector3(centre[0], centre[1], centre[2]),
                new Bounds(new Vector3(bounds[0], bounds[1], bounds[2]), new Vector3(bounds[3], bounds[4], bounds[5])),
                counts.path(0).intValue(),
                counts.path(1).intValue(),
                counts.path(2).intValue(),
                counts.path(3).intValue(),
                counts.path(4).intValue(),
                valid,
                fused.isNumber() ? OptionalDouble.of(fused.doubleValue()) : OptionalDouble.empty(),
                faceTypes(node.path("faceTypes")));
    }

    static List<String> defects(JsonNode node) {
        List<String> defects = new ArrayList<>();
        node.path("defects").forEach(defect -> defects.add(defect.asText()));
        return defects;
    }

    /** Why an optional query gave no result, where it gave none. */
    static Optional<Fault> refusal(JsonNode node) {
        JsonNode code = node.path("code");
        return code.isTextual()
                ? Optional.of(new Fault(code.asText(), node.path("message").asText(), OptionalInt.empty()))
                : Optional.empty();
    }

    static Mesh mesh(JsonNode node) throws IOException {
        return new Mesh(Binary.doubles(node.path("vertices")), Binary.integers(node.path("triangles")));
    }

    /** @param parts whose bodies they are; none where they belong to one shape without a name */
    static List<Body> bodies(JsonNode node, List<Part> parts) throws IOException {
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            String name = parts.isEmpty() ? "" : parts.get(i).name();
            Optional<Colour> colour =
                    parts.isEmpty() ? Optional.empty() : parts.get(i).colour();
            int number = 0;
            for (JsonNode body : node.get(i)) {
                String label = name.isEmpty() || ++number == 1 ? name : name + " " + number;
                bodies.add(new Body(label, colour, mesh(body), edges(body.path("edges"))));
            }
        }
        return bodies;
    }

    private static List<int[]> edges(JsonNode node) throws IOException {
        List<int[]> edges = new ArrayList<>();
        for (JsonNode edge : node) {
            edges.add(Binary.integers(edge));
        }
        return edges;
    }

    static Comparison.Rotated rotated(JsonNode node, double first, double second) {
        List<Integer> matrix = new ArrayList<>();
        node.path("matrix").forEach(entry -> matrix.add(entry.intValue()));
        double common = node.path("common").doubleValue();
        return new Comparison.Rotated(matrix, common, Volumes.iou(first, second, common));
    }

    static Comparison.Components components(JsonNode node) {
        List<List<Double>> common = new ArrayList<>();
        node.path("common").forEach(row -> common.add(list(row)));
        return new Comparison.Components(list(node.path("first")), list(node.path("second")), common);
    }

    private static List<Double> list(JsonNode node) {
        List<Double> values = new ArrayList<>();
        node.forEach(value -> values.add(value.doubleValue()));
        return values;
    }

    private static double[] numbers(JsonNode node) {
        return list(node).stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, Integer> faceTypes(JsonNode node) {
        Map<String, Integer> types = new TreeMap<>();
        node.fields()
                .forEachRemaining(
                        type -> types.put(type.getKey(), type.getValue().intValue()));
        return types;
    }
}
