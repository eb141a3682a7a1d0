package dev.cadwright.cad.language;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries each type that documents of Fusion 360 name on a reader, and lists what came of it. */
final class DocumentProbe {
    private static final Map<String, List<String>> TYPES = types();

    private DocumentProbe() {}

    private static Map<String, List<String>> types() {
        Map<String, List<String>> types = new LinkedHashMap<>();
        types.put(
                "feature",
                List.of("ExtrudeFeature", "RevolveFeature", "FilletFeature", "ChamferFeature", "LoftFeature"));
        types.put(
                "curve",
                List.of(
                        "Line3D",
                        "Arc3D",
                        "Circle3D",
                        "Ellipse3D",
                        "EllipticalArc3D",
                        "NurbsCurve3D",
                        "InfiniteLine3D",
                        "Polyline3D"));
        types.put(
                "operation",
                List.of(
                        "NewBodyFeatureOperation",
                        "JoinFeatureOperation",
                        "CutFeatureOperation",
                        "IntersectFeatureOperation",
                        "NewComponentFeatureOperation"));
        types.put(
                "extent_type",
                List.of("OneSideFeatureExtentType", "SymmetricFeatureExtentType", "TwoSidesFeatureExtentType"));
        types.put(
                "extent",
                List.of(
                        "DistanceExtentDefinition",
                        "SymmetricExtentDefinition",
                        "ThroughAllExtentDefinition",
                        "ToEntityExtentDefinition"));
        types.put(
                "start_extent",
                List.of("ProfilePlaneStartDefinition", "OffsetStartDefinition", "FromEntityStartDefinition"));
        types.put("taper_angle", List.of("0", "0.1"));
        return types;
    }

    static String markdown(Language language) {
        StringBuilder text = new StringBuilder("| member | value | read |\n|---|---|---|\n");
        TYPES.forEach((member, values) -> {
            for (String value : values) {
                text.append("| `%s` | `%s` | %s |%n".formatted(member, value, outcome(language, member, value)));
            }
        });
        return text.toString().replace("\r", "");
    }

    /** What is lacking besides the type is not looked at: a type is read unless the reader says that it is unsupported. */
    private static String outcome(Language language, String member, String value) {
        return switch (Programs.parse(language, document(member, value))) {
            case Parse.Ok<Construction> read -> "yes";
            case Parse.Failed<Construction>(var diagnostics) ->
                diagnostics.getFirst().isUnsupported()
                        ? "no: `" + diagnostics.getFirst().code() + "`"
                        : "yes";
        };
    }

    private static String document(String member, String value) {
        Map<String, String> with = new LinkedHashMap<>();
        TYPES.forEach((name, values) -> with.put(name, values.getFirst()));
        with.put(member, value);
        List<String> curves = new ArrayList<>();
        double[][] corners = {{0, 0}, {1, 0}, {0, 1}};
        for (int corner = 0; corner < 3; corner++) {
            double[] start = corners[corner];
            double[] end = corners[(corner + 1) % 3];
            curves.add("{\"type\": \"%s\", \"start_point\": %s, \"end_point\": %s}"
                    .formatted(with.get("curve"), vector(start[0], start[1], 0), vector(end[0], end[1], 0)));
        }
        String extent = "{\"type\": \"%s\", \"distance\": {\"value\": 1}, \"taper_angle\": {\"value\": %s}}"
                .formatted(with.get("extent"), with.get("taper_angle"));
        String start = "{\"type\": \"%s\", \"offset\": {\"value\": 1}}".formatted(with.get("start_extent"));
        String sketch =
                "{\"type\": \"Sketch\", \"transform\": {\"origin\": %s, \"x_axis\": %s, \"y_axis\": %s, \"z_axis\": %s}, \"profiles\": {\"P\": {\"loops\": [{\"profile_curves\": [%s]}]}}}"
                        .formatted(
                                vector(0, 0, 0),
                                vector(1, 0, 0),
                                vector(0, 1, 0),
                                vector(0, 0, 1),
                                String.join(", ", curves));
        String feature =
                "{\"type\": \"%s\", \"profiles\": [{\"profile\": \"P\", \"sketch\": \"S\"}], \"operation\": \"%s\", \"start_extent\": %s, \"extent_type\": \"%s\", \"extent_one\": %s, \"extent_two\": %s}"
                        .formatted(
                                with.get("feature"),
                                with.get("operation"),
                                start,
                                with.get("extent_type"),
                                extent,
                                extent);
        return "{\"entities\": {\"S\": %s, \"E\": %s}, \"sequence\": [{\"type\": \"ExtrudeFeature\", \"entity\": \"E\"}]}"
                .formatted(sketch, feature);
    }

    private static String vector(double x, double y, double z) {
        return "{\"x\": %s, \"y\": %s, \"z\": %s}".formatted(x, y, z);
    }
}
