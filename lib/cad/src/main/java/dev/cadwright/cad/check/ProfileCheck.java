package dev.cadwright.cad.check;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.CircularArc;
import dev.cadwright.cad.outline.Curves;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at the curves of one profile. Crossings are only looked for once every curve is sound by itself. */
final class ProfileCheck {
    /** Shorter than this, relative to the loop, a curve has no direction. */
    private static final double DEGENERATE = 1e-9;
    /** Ends farther apart than this, relative to the loop, do not meet. */
    private static final double GAP = 1e-6;

    private final Profile profile;
    private final PairBudget pairs;
    private final List<Diagnostic> found = new ArrayList<>();

    private ProfileCheck(Profile profile, PairBudget pairs) {
        this.profile = profile;
        this.pairs = pairs;
    }

    /** Pairs of curves beyond the budget are not looked at: the kernel tells. */
    static List<Diagnostic> check(Profile profile, PairBudget pairs) {
        ProfileCheck check = new ProfileCheck(profile, pairs);
        check.loop(profile.outer());
        profile.holes().forEach(check::loop);
        if (check.found.isEmpty()) {
            check.crossings();
        }
        if (check.found.isEmpty()) {
            check.holes();
        }
        return check.found;
    }

    private void loop(Loop loop) {
        double size = Outline.of(loop).diagonal();
        int before = found.size();
        loop.curves().forEach(curve -> curve(curve, size));
        if (found.size() == before) {
            closed(loop, size);
        }
    }

    private void curve(Curve curve, double size) {
        switch (curve) {
            case Curve.Line line -> {
                if (!(line.start().distanceTo(line.end()) > DEGENERATE * size)) {
                    add(curve.span(), "shape.degenerate-curve", "the line starts where it ends", "leave it out");
                }
            }
            case Curve.Circle circle -> {
                if (!(circle.radius() > 0)) {
                    add(curve.span(), "shape.radius", "the radius " + circle.radius() + " is not positive", "");
                }
            }
            case Curve.Arc arc -> {
                if (CircularArc.of(arc).isEmpty()) {
                    add(
                            curve.span(),
                            "shape.degenerate-curve",
                            "no circle goes through the three points of the arc",
                            "use a line where they lie on one");
                }
            }
        }
    }

    private void closed(Loop loop, double size) {
        List<Curve> curves = loop.curves();
        Vector2 end = Curves.end(curves.getLast());
        for (int index = 0; index < curves.size(); index++) {
            Curve curve = curves.get(index);
            double gap = end.distanceTo(Curves.start(curve));
            if (gap > GAP * size) {
                String message = index == 0
                        ? "the loop is open: its end and its start are " + gap + " apart"
                        : "the curve starts " + gap + " away from the end of the one before it";
                Curve blamed = index == 0 ? curves.getLast() : curve;
                add(blamed.span(), "shape.open-loop", message, "draw the curves of a loop head to tail");
                return;
            }
            end = Curves.end(curve);
        }
    }

    /** A curve with the range of x that it takes up. */
    private record Placed(Piece piece, double minX, double maxX, double minY, double maxY) {
        static Placed of(Curve curve) {
            Piece piece = Piece.of(curve);
            List<Vector2> points = piece.extremes();
            return new Placed(
                    piece,
                    points.stream().mapToDouble(Vector2::x).min().orElseThrow(),
                    points.stream().mapToDouble(Vector2::x).max().orElseThrow(),
                    points.stream().mapToDouble(Vector2::y).min().orElseThrow(),
                    points.stream().mapToDouble(Vector2::y).max().orElseThrow());
        }
    }

    private void crossings() {
        List<Curve> curves = new ArrayList<>(profile.outer().curves());
        profile.holes().forEach(hole -> curves.addAll(hole.curves()));
        double margin = GAP * Outline.of(profile.outer()).diagonal();
        List<Placed> placed = curves.stream()
                .map(Placed::of)
                .sorted(Comparator.comparingDouble(Placed::minX))
                .toList();
        for (int index = 0; index < placed.size(); index++) {
            Placed one = placed.get(index);
            for (int next = index + 1; next < placed.size(); next++) {
                Placed other = placed.get(next);
                if (other.minX() > one.maxX() + margin || !pairs.take()) {
                    break;
                }
                boolean near = other.minY() <= one.maxY() + margin && one.minY() <= other.maxY() + margin;
                if (near && new Intersection(one.piece(), other.piece(), margin).isFault()) {
                    addCrossing(
                            one.piece().curve().span(), other.piece().curve().span());
                    return;
                }
            }
        }
    }

    private void addCrossing(SourceSpan one, SourceSpan other) {
        boolean inOrder = one.line() < other.line() || (one.line() == other.line() && one.column() <= other.column());
        SourceSpan later = inOrder ? other : one;
        int earlierLine = inOrder ? one.line() : other.line();
        String where = earlierLine == 0 ? "another" : "that of line " + earlierLine;
        add(later, "shape.crossing", "this curve crosses or covers " + where, "a profile must not cross itself");
    }

    private void holes() {
        Outline outer = Outline.of(profile.outer());
        for (Loop hole : profile.holes()) {
            if (!outer.contains(Outline.of(hole))) {
                add(
                        hole.curves().getFirst().span(),
                        "shape.hole-outside",
                        "the hole lies outside of the loop around it",
                        "make it a profile of its own");
            }
        }
    }

    private void add(SourceSpan span, String code, String message, String hint) {
        found.add(Diagnostic.at(span, code, message, hint));
    }
}
