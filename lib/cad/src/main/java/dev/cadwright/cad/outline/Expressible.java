package dev.cadwright.cad.outline;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Feature;
import dev.cadwright.cad.Operation;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import java.util.Optional;
import java.util.stream.Stream;

/** What the languages of plain extrudes over lines, arcs and circles cannot say. */
public final class Expressible {
    private Expressible() {}

    /** The first thing of a construction that such a language has no words for, named so; empty when there is none. */
    public static Optional<Diagnostic> obstacle(Construction construction, String language) {
        return construction.features().stream()
                .flatMap(feature -> obstacle(feature, language).stream())
                .findFirst();
    }

    /** An intersection with several profiles, for languages where each would be intersected with in turn. */
    public static Optional<Diagnostic> splitIntersection(Construction construction, String language) {
        return construction.features().stream()
                .filter(feature -> feature.operation() == Operation.INTERSECT)
                .filter(feature -> feature instanceof Feature.Extrude extrude
                        && extrude.profiles().size() > 1)
                .findFirst()
                .map(feature -> Diagnostic.at(
                        feature.span(),
                        "unsupported.intersect-profiles",
                        language + " would intersect with each of the profiles in turn, not with all of them",
                        "intersect with one profile"));
    }

    private static Optional<Diagnostic> obstacle(Feature feature, String language) {
        return switch (feature) {
            case Feature.Extrude extrude ->
                extrude.extent().isTapered()
                        ? refusal(extrude.span(), "taper", language + " has no tapered extrude")
                        : extrude.profiles().stream()
                                .flatMap(profile -> obstacle(profile, language).stream())
                                .findFirst();
            case Feature.Revolve revolve -> refusal(revolve.span(), "revolve", language + " has no revolve");
            case Feature.Loft loft -> refusal(loft.span(), "loft", language + " has no loft");
            case Feature.Sweep sweep -> refusal(sweep.span(), "sweep", language + " has no sweep");
        };
    }

    private static Optional<Diagnostic> obstacle(Profile profile, String language) {
        return Stream.concat(Stream.of(profile.outer()), profile.holes().stream())
                .flatMap(loop -> loop.curves().stream())
                .flatMap(curve -> obstacle(curve, language).stream())
                .findFirst();
    }

    private static Optional<Diagnostic> obstacle(Curve curve, String language) {
        return switch (curve) {
            case Curve.Line line -> Optional.empty();
            case Curve.Arc arc -> Optional.empty();
            case Curve.Circle circle -> Optional.empty();
            case Curve.Ellipse ellipse -> refusal(ellipse.span(), "ellipse", language + " has no ellipses");
            case Curve.EllipseArc arc -> refusal(arc.span(), "ellipse", language + " has no elliptical arcs");
            case Curve.Spline spline -> refusal(spline.span(), "spline", language + " has no splines");
        };
    }

    private static Optional<Diagnostic> refusal(SourceSpan span, String what, String message) {
        return Optional.of(Diagnostic.at(span, "unsupported." + what, message, "use a language that has it: sketch"));
    }
}
