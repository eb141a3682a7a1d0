package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Operation;

/** The parts of an extrude entity that are not its profiles. */
final class ExtrudeReader {
    private static final double NO_TAPER = 1e-9;

    private final Members extrude;

    ExtrudeReader(Members extrude) {
        this.extrude = extrude;
    }

    void requireProfilePlaneStart() {
        Members start = extrude.members("start_extent");
        if (!start.text("type").equals("ProfilePlaneStartDefinition")) {
            throw Refusal.at(
                    start.span(),
                    "unsupported.start",
                    "an extrude that starts at \"" + Json.shortened(start.text("type")) + "\" is not read",
                    "only ProfilePlaneStartDefinition is");
        }
    }

    Operation operation() {
        String name = extrude.text("operation");
        return switch (name) {
            case "NewBodyFeatureOperation" -> Operation.NEW_BODY;
            case "JoinFeatureOperation" -> Operation.JOIN;
            case "CutFeatureOperation" -> Operation.CUT;
            case "IntersectFeatureOperation" -> Operation.INTERSECT;
            default -> throw unsupported("operation", name);
        };
    }

    Extent extent() {
        String type = extrude.text("extent_type");
        return switch (type) {
            case "OneSideFeatureExtentType" -> new Extent.OneSide(distance("extent_one"));
            case "SymmetricFeatureExtentType" -> new Extent.Symmetric(distance("extent_one"));
            case "TwoSidesFeatureExtentType" -> new Extent.TwoSides(distance("extent_one"), distance("extent_two"));
            default -> throw unsupported("extent_type", type);
        };
    }

    private double distance(String name) {
        Members extent = extrude.members(name);
        String type = extent.text("type");
        if (!type.equals("DistanceExtentDefinition")) {
            throw Refusal.at(
                    extent.get("type").span(),
                    "unsupported.extent",
                    "the extent \"" + Json.shortened(type) + "\" is not read",
                    "only DistanceExtentDefinition is");
        }
        if (extent.has("taper_angle")) {
            Members taper = extent.members("taper_angle");
            if (Math.abs(taper.number("value")) > NO_TAPER) {
                throw Refusal.at(taper.get("value").span(), "unsupported.taper", "a tapered extrude is not read");
            }
        }
        return extent.members("distance").number("value");
    }

    private Refusal unsupported(String member, String value) {
        return Refusal.at(
                extrude.get(member).span(),
                "unsupported." + member.replace('_', '-'),
                "the " + member + " \"" + Json.shortened(value) + "\" is not read");
    }
}
