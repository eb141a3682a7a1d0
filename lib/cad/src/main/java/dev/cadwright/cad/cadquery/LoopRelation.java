package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Extent;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.check.ConstructionCheck;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Frame;
import java.util.ArrayList;
import java.util.List;

/** Whether another loop can stand beside the loops of a sketch: apart from all, or a hole in one of them. */
final class LoopRelation {
    private LoopRelation() {}

    static boolean fits(Loop loop, boolean filled, List<Loop> others) {
        List<Loop> all = new ArrayList<>(others);
        all.add(loop);
        List<Profile> profiles = LoopNesting.profiles(all);
        boolean isHole = profiles.stream().anyMatch(profile -> profile.holes().contains(loop));
        boolean kept = profiles.stream()
                        .mapToInt(profile -> 1 + profile.holes().size())
                        .sum()
                == all.size();
        return kept && isHole != filled && !meets(profiles) && apart(profiles);
    }

    /** Whether the boxes of the outlines are apart: enough to know that the outlines are. */
    private static boolean apart(List<Profile> profiles) {
        List<Outline> outlines =
                profiles.stream().map(profile -> Outline.of(profile.outer())).toList();
        for (int i = 0; i < outlines.size(); i++) {
            for (int j = i + 1; j < outlines.size(); j++) {
                if (touch(outlines.get(i), outlines.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean touch(Outline first, Outline second) {
        // Outlines are polygons inside their arcs: a margin covers the rest.
        double margin = 0.02 * (first.diagonal() + second.diagonal());
        return first.minX() <= second.maxX() + margin
                && second.minX() <= first.maxX() + margin
                && first.minY() <= second.maxY() + margin
                && second.minY() <= first.maxY() + margin;
    }

    private static boolean meets(List<Profile> profiles) {
        Feature all =
                new Feature.Extrude(Frame.XY, profiles, new Extent.OneSide(1), Operation.NEW_BODY, SourceSpan.NONE);
        List<Diagnostic> found = ConstructionCheck.check(new Construction(List.of(all)));
        return !found.isEmpty();
    }
}
