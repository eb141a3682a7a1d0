package dev.cadwright.cad.deepcad;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.LoopAssembly;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One sketch entity. Only the profiles that an extrude asks for are read: files hold unused, broken ones. */
final class SketchReader {
    private static final int MAX_LOOPS = 1_000;
    private static final int MAX_CURVES = 4_000;
    private static final double RIGHT_HANDED = 1e-3;

    private final Members sketch;
    private final Dialect dialect;
    private final Map<String, List<Profile>> known = new HashMap<>();

    SketchReader(Members sketch, Dialect dialect) {
        this.sketch = sketch;
        this.dialect = dialect;
    }

    Frame plane() {
        Members transform = sketch.members("transform");
        Vector3 xAxis = transform.vector("x_axis");
        Vector3 yAxis = transform.vector("y_axis");
        Vector3 normal = transform.vector("z_axis");
        Frame plane;
        try {
            plane = new Frame(transform.vector("origin"), xAxis, normal);
        } catch (ArithmeticException e) {
            throw Refusal.at(transform.span(), "shape.plane", "the axes span no plane: " + e.getMessage());
        }
        if (yAxis.distanceTo(plane.yAxis()) > RIGHT_HANDED) {
            throw Refusal.at(
                    transform.get("y_axis").span(),
                    "shape.plane",
                    "the axes are not those of a right-handed frame with unit axes");
        }
        return plane;
    }

    /** The material that a profile bounds: one face, or several where its loops lie beside each other. */
    List<Profile> profiles(Json reference, String name) {
        List<Profile> profiles = known.get(name);
        if (profiles == null) {
            Json profile = sketch.members("profiles").structure().members().get(name);
            if (profile == null) {
                throw Refusal.at(
                        reference.span(),
                        "reference.profile",
                        "the sketch has no profile \"" + Json.shortened(name) + "\"");
            }
            profiles = read(Members.of(profile, "a profile"));
            known.put(name, profiles);
        }
        return profiles;
    }

    private List<Profile> read(Members profile) {
        List<Loop> loops = new ArrayList<>();
        for (Json loop : profile.items("loops", MAX_LOOPS)) {
            loops.add(loop(Members.of(loop, "a loop")));
        }
        if (loops.isEmpty()) {
            throw Refusal.at(profile.span(), "shape.empty-profile", "the profile has no loop");
        }
        return LoopNesting.profiles(loops);
    }

    private Loop loop(Members loop) {
        List<Curve> curves = new ArrayList<>();
        for (Json curve : loop.items("profile_curves", MAX_CURVES)) {
            curves.add(CurveReader.read(curve, dialect));
        }
        return LoopAssembly.assemble(curves)
                .orElseThrow(() -> Refusal.at(
                        loop.span(), "shape.open-loop", "the curves of this loop do not join into one closed chain"));
    }
}
