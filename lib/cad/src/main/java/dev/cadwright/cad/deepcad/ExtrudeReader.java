package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Operation;

/** The parts of an extrude entity that are not its profiles. */
final class ExtrudeReader {
    private static final double NO_TAPER = 1e-9;

    private final Members extrude;
    private final Dialect dialect;

    ExtrudeReader(Members extrude, Dialect dialect) {
        this.extrude = extrude;
        this.dialect = dialect;
    }

    /** How far from the profile's plane the extrude starts, along the normal. */
    double start() {
        Members start = extrude.members("start_extent");
        String type = start.text("type");
        if (type.equals("ProfilePlaneStartDefinition")) {
            return 0;
        }
        if (dialect == Dialect.FUSION_360 && type.equals("OffsetStartDefinition")) {
            return start.members("offset").number("value");
        }
        throw Refusal.at(
                start.span(),
                "unsupported.start",
                "an extrude that starts at \"" + Json.shortened(type) + "\" is not read",
                switch (dialect) {
                    case DEEPCAD -> "only ProfilePlaneStartDefinition is";
                    case FUSION_360 -> "ProfilePlaneStartDefinition and OffsetStartDefinition are";
                });
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
            case "OneSideFeatureExtentType" -> new Extent.OneSide(distance("extent_one"), taper("extent_one"));
            case "SymmetricFeatureExtentType" ->
                new Extent.Symmetric(distance("extent_one") * share("extent_one"), taper("extent_one"));
            case "TwoSidesFeatureExtentType" ->
                new Extent.TwoSides(
                        distance("extent_one"), distance("extent_two"), taper("extent_one"), taper("extent_two"));
            default -> throw unsupported("extent_type", type);
        };
    }

    private double distance(String name) {
        Members extent = extrude.members(name);
        String type = extent.text("type");
        boolean known = type.equals("DistanceExtentDefinition")
                || (dialect == Dialect.FUSION_360 && type.equals("SymmetricExtentDefinition"));
        if (!known) {
            throw Refusal.at(
                    extent.get("type").span(),
                    "unsupported.extent",
                    "the extent \"" + Json.shortened(type) + "\" is not read",
                    switch (dialect) {
                        case DEEPCAD -> "only DistanceExtentDefinition is";
                        case FUSION_360 -> "DistanceExtentDefinition and SymmetricExtentDefinition are";
                    });
        }
        return extent.members("distance").number("value");
    }

    /** Fusion may give the whole length of a symmetric extrude, where ours is that of one side. */
    private double share(String name) {
        Members extent = extrude.members(name);
        return dialect == Dialect.FUSION_360 && extent.has("is_full_length") && extent.flag("is_full_length") ? 0.5 : 1;
    }

    /** Radians in the file. */
    private double taper(String name) {
        Members extent = extrude.members(name);
        if (!extent.has("taper_angle")) {
            return 0;
        }
        Members taper = extent.members("taper_angle");
        double angle = taper.number("value");
        if (Math.abs(angle) <= NO_TAPER) {
            return 0;
        }
        if (dialect == Dialect.DEEPCAD) {
            throw Refusal.at(taper.get("value").span(), "unsupported.taper", "a tapered extrude is not read");
        }
        if (!(Math.abs(angle) < Math.PI / 2 - NO_TAPER)) {
            throw Refusal.at(taper.get("value").span(), "shape.taper", "a side cannot lean by " + angle + " radians");
        }
        return Math.toDegrees(angle);
    }

    private Refusal unsupported(String member, String value) {
        return Refusal.at(
                extrude.get(member).span(),
                "unsupported." + member.replace('_', '-'),
                "the " + member + " \"" + Json.shortened(value) + "\" is not read");
    }
}
