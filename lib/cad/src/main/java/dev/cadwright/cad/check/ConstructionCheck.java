package dev.cadwright.cad.check;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what makes a construction unsound before any kernel is asked: curves without extent, open loops, profiles that
 * cross themselves, extrudes of no height, profiles on both sides of the axis that they turn about, broken paths, a first
 * feature with nothing to cut from. It is quick and not complete: a construction without findings may still make no valid
 * solid.
 */
public final class ConstructionCheck {
    private static final int MAX_DIAGNOSTICS = 100;
    /** More than any real program has by far, and well under a second of work. */
    private static final long MAX_PAIRS = 1_000_000;

    private ConstructionCheck() {}

    /** What is wrong, in the order of the features, at most 100 findings; empty when nothing was found. */
    public static List<Diagnostic> check(Construction construction) {
        if (construction.features().isEmpty()) {
            return List.of(
                    Diagnostic.at(SourceSpan.NONE, "shape.empty", "the program makes nothing", "extrude a sketch"));
        }
        List<Diagnostic> found = new ArrayList<>(first(construction.features().getFirst()));
        PairBudget pairs = new PairBudget(MAX_PAIRS);
        for (Feature feature : construction.features()) {
            if (found.size() >= MAX_DIAGNOSTICS) {
                break;
            }
            found.addAll(check(feature, pairs));
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), MAX_DIAGNOSTICS)));
    }

    private static List<Diagnostic> first(Feature feature) {
        return switch (feature.operation()) {
            case NEW_BODY, JOIN -> List.of();
            case CUT, INTERSECT ->
                List.of(Diagnostic.at(
                        feature.span(),
                        "shape.first-feature",
                        "the first feature takes away, but there is no body yet",
                        "begin with a new body"));
        };
    }

    private static List<Diagnostic> check(Feature feature, PairBudget pairs) {
        List<Diagnostic> found = new ArrayList<>();
        switch (feature) {
            case Feature.Extrude extrude -> {
                height(extrude, found);
                extrude.profiles().forEach(profile -> found.addAll(ProfileCheck.check(profile, pairs)));
            }
            case Feature.Revolve revolve -> {
                found.addAll(RevolveCheck.check(revolve));
                revolve.profiles().forEach(profile -> found.addAll(ProfileCheck.check(profile, pairs)));
            }
            case Feature.Loft loft ->
                loft.sections().forEach(section -> found.addAll(ProfileCheck.check(section.profile(), pairs)));
            case Feature.Sweep sweep -> {
                sweep.profiles().forEach(profile -> found.addAll(ProfileCheck.check(profile, pairs)));
                found.addAll(CurveCheck.chain(sweep.path().curves(), false));
            }
        }
        return found;
    }

    private static void height(Feature.Extrude extrude, List<Diagnostic> found) {
        if (!(Range.of(extrude.extent()).length() > 0)) {
            found.add(Diagnostic.at(
                    extrude.span(), "shape.extent", "the extrude has no height", "give it a distance that is not 0"));
        }
    }
}
