package dev.cadwright.cad.deepcad;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts small DeepCAD files together for tests. */
final class DeepCadFile {
    private final Map<String, String> entities = new LinkedHashMap<>();
    private final List<String> sequence = new ArrayList<>();

    static String line(double x0, double y0, double x1, double y1) {
        return """
                {"type": "Line3D", "start_point": %s, "end_point": %s}""".formatted(point(x0, y0), point(x1, y1));
    }

    static String circle(double x, double y, double radius) {
        return """
                {"type": "Circle3D", "center_point": %s, "radius": %s}""".formatted(point(x, y), radius);
    }

    static String point(double x, double y) {
        return String.format(Locale.ROOT, "{\"x\": %s, \"y\": %s, \"z\": 0.0}", x, y);
    }

    static String loop(String... curves) {
        return "{\"is_outer\": true, \"profile_curves\": [" + String.join(", ", curves) + "]}";
    }

    static String square(double from, double to) {
        return loop(
                line(from, from, to, from), line(to, from, to, to), line(to, to, from, to), line(from, to, from, from));
    }

    static String profile(String... loops) {
        return "{\"loops\": [" + String.join(", ", loops) + "], \"properties\": {}}";
    }

    /** A sketch on the XY plane whose profiles are called A, B, … */
    DeepCadFile sketch(String name, String... profiles) {
        StringBuilder named = new StringBuilder();
        for (int index = 0; index < profiles.length; index++) {
            named.append(index == 0 ? "" : ", ")
                    .append("\"")
                    .append((char) ('A' + index))
                    .append("\": ");
            named.append(profiles[index]);
        }
        return entity(name, "Sketch", """
                {"type": "Sketch", "name": "%s", "profiles": {%s}, "transform": {
                 "origin": {"x": 0, "y": 0, "z": 0}, "x_axis": {"x": 1, "y": 0, "z": 0},
                 "y_axis": {"x": 0, "y": 1, "z": 0}, "z_axis": {"x": 0, "y": 0, "z": 1}}}""".formatted(name, named));
    }

    /** An extrude of profiles of one sketch, one-sided by 1, as a new body. */
    DeepCadFile extrude(String name, String sketch, String... profiles) {
        return extrude(name, "NewBodyFeatureOperation", "OneSideFeatureExtentType", 1, 0, sketch, profiles);
    }

    DeepCadFile extrude(
            String name, String operation, String extent, double one, double two, String sketch, String... profiles) {
        String references = List.of(profiles).stream()
                .map(profile -> "{\"sketch\": \"" + sketch + "\", \"profile\": \"" + profile + "\"}")
                .collect(Collectors.joining(", "));
        return entity(name, "ExtrudeFeature", """
                {"type": "ExtrudeFeature", "name": "%s", "profiles": [%s], "operation": "%s",
                 "start_extent": {"type": "ProfilePlaneStartDefinition"}, "extent_type": "%s",
                 "extent_one": %s, "extent_two": %s}""".formatted(
                        name, references, operation, extent, distance(one), distance(two)));
    }

    private static String distance(double value) {
        return """
                {"type": "DistanceExtentDefinition", "taper_angle": {"value": 0.0}, "distance": {"value": %s}}""".formatted(value);
    }

    DeepCadFile entity(String name, String type, String json) {
        entities.put(name, json);
        sequence.add("{\"index\": %d, \"type\": \"%s\", \"entity\": \"%s\"}".formatted(sequence.size(), type, name));
        return this;
    }

    /** The steps in another order than the entities. */
    DeepCadFile reversedSequence() {
        List<String> reversed = new ArrayList<>(sequence.reversed());
        sequence.clear();
        sequence.addAll(reversed);
        return this;
    }

    String text() {
        String all = entities.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .collect(Collectors.joining(",\n"));
        return "{\"entities\": {" + all + "},\n\"properties\": {},\n\"sequence\": [" + String.join(", ", sequence)
                + "]}";
    }
}
