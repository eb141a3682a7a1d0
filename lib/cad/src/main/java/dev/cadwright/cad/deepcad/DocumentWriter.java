package dev.cadwright.cad.deepcad;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.Reach;
import dev.cadwright.geometry.Bounds;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.io.IOException;
import java.util.List;

/** Writes entities, properties and sequence. Names are the features' numbers, so equal input gives equal text. */
final class DocumentWriter {
    private final JsonGenerator json;
    private final Dialect dialect;

    DocumentWriter(JsonGenerator json, Dialect dialect) {
        this.json = json;
        this.dialect = dialect;
    }

    void write(Construction construction) throws IOException {
        List<Feature> features = construction.features();
        json.writeStartObject();
        if (dialect == Dialect.FUSION_360) {
            timeline(features.size());
        }
        json.writeObjectFieldStart("entities");
        for (int index = 0; index < features.size(); index++) {
            switch (features.get(index)) {
                case Feature.Extrude extrude -> entities(extrude, index + 1);
                case Feature.Revolve revolve -> throw unexpected(revolve);
                case Feature.Loft loft -> throw unexpected(loft);
                case Feature.Sweep sweep -> throw unexpected(sweep);
            }
        }
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        boundingBox(Reach.bounds(construction).orElse(new Bounds(Vector3.ZERO, Vector3.ZERO)));
        json.writeEndObject();
        sequence(features.size());
        json.writeEndObject();
    }

    private static IllegalStateException unexpected(Feature feature) {
        return new IllegalStateException("this was to be refused: " + feature);
    }

    private void timeline(int features) throws IOException {
        json.writeArrayFieldStart("timeline");
        for (int number = 1; number <= features; number++) {
            moment(2 * number - 2, sketchName(number));
            moment(2 * number - 1, extrudeName(number));
        }
        json.writeEndArray();
    }

    private void moment(int index, String entity) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeStringField("entity", entity);
        json.writeEndObject();
    }

    private void sequence(int features) throws IOException {
        json.writeArrayFieldStart("sequence");
        for (int number = 1; number <= features; number++) {
            step(2 * number - 2, "Sketch", sketchName(number));
            step(2 * number - 1, "ExtrudeFeature", extrudeName(number));
        }
        json.writeEndArray();
    }

    private void step(int index, String type, String entity) throws IOException {
        json.writeStartObject();
        json.writeNumberField("index", index);
        json.writeStringField("type", type);
        json.writeStringField("entity", entity);
        json.writeEndObject();
    }

    private void entities(Feature.Extrude extrude, int number) throws IOException {
        json.writeObjectFieldStart(sketchName(number));
        json.writeStringField("type", "Sketch");
        json.writeStringField("name", "Sketch " + number);
        json.writeObjectFieldStart("reference_plane");
        json.writeEndObject();
        transform(extrude.plane());
        json.writeObjectFieldStart("profiles");
        CurveWriter curves = new CurveWriter(json);
        for (int index = 0; index < extrude.profiles().size(); index++) {
            profile(extrude.profiles().get(index), profileName(index), curves);
        }
        json.writeEndObject();
        json.writeEndObject();
        extrude(extrude, number);
    }

    private void profile(Profile profile, String name, CurveWriter curves) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeArrayFieldStart("loops");
        curves.loop(profile.outer());
        for (var hole : profile.holes()) {
            curves.loop(hole);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void transform(Frame plane) throws IOException {
        json.writeObjectFieldStart("transform");
        vector("origin", plane.origin());
        vector("x_axis", plane.xAxis());
        vector("y_axis", plane.yAxis());
        vector("z_axis", plane.normal());
        json.writeEndObject();
    }

    private void extrude(Feature.Extrude extrude, int number) throws IOException {
        json.writeObjectFieldStart(extrudeName(number));
        json.writeStringField("type", "ExtrudeFeature");
        json.writeStringField("name", "Extrude " + number);
        json.writeArrayFieldStart("profiles");
        for (int index = 0; index < extrude.profiles().size(); index++) {
            json.writeStartObject();
            json.writeStringField("profile", profileName(index));
            json.writeStringField("sketch", sketchName(number));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("operation", operation(extrude.operation()));
        json.writeObjectFieldStart("start_extent");
        json.writeStringField("type", "ProfilePlaneStartDefinition");
        json.writeEndObject();
        extent(extrude.extent());
        json.writeEndObject();
    }

    private void extent(Extent extent) throws IOException {
        switch (extent) {
            case Extent.OneSide(double distance, var _) -> extent("OneSideFeatureExtentType", distance, 0);
            case Extent.Symmetric(double distance, var _) -> extent("SymmetricFeatureExtentType", distance, 0);
            case Extent.TwoSides(double first, double second, var _, var _) ->
                extent("TwoSidesFeatureExtentType", first, second);
        }
    }

    private void extent(String type, double first, double second) throws IOException {
        json.writeStringField("extent_type", type);
        distance("extent_one", "AlongDistance", "TaperAngle", first);
        distance("extent_two", "AgainstDistance", "Side2TaperAngle", second);
    }

    private void distance(String name, String role, String taperRole, double value) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", "DistanceExtentDefinition");
        parameter("distance", role, value);
        parameter("taper_angle", taperRole, 0);
        json.writeEndObject();
    }

    private void parameter(String name, String role, double value) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("type", "ModelParameter");
        json.writeNumberField("value", value);
        json.writeStringField("name", "none");
        json.writeStringField("role", role);
        json.writeEndObject();
    }

    private void boundingBox(Bounds bounds) throws IOException {
        json.writeObjectFieldStart("bounding_box");
        json.writeStringField("type", "BoundingBox3D");
        vector("min_point", bounds.min());
        vector("max_point", bounds.max());
        json.writeEndObject();
    }

    private void vector(String name, Vector3 vector) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("x", vector.x());
        json.writeNumberField("y", vector.y());
        json.writeNumberField("z", vector.z());
        json.writeEndObject();
    }

    static String operation(Operation operation) {
        return switch (operation) {
            case NEW_BODY -> "NewBodyFeatureOperation";
            case JOIN -> "JoinFeatureOperation";
            case CUT -> "CutFeatureOperation";
            case INTERSECT -> "IntersectFeatureOperation";
        };
    }

    private static String sketchName(int number) {
        return "S" + number;
    }

    private static String extrudeName(int number) {
        return "E" + number;
    }

    private static String profileName(int index) {
        return "P" + (index + 1);
    }
}
