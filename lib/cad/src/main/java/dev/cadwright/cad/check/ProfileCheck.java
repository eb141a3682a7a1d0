package dev.cadwright.cad.check;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks at the curves of one profile. Crossings are only looked for once every curve is sound by itself. */
final class ProfileCheck {
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
        check.found.addAll(CurveCheck.chain(profile.outer().curves(), true));
        profile.holes().forEach(hole -> check.found.addAll(CurveCheck.chain(hole.curves(), true)));
        if (check.found.isEmpty()) {
            check.crossings();
        }
        if (check.found.isEmpty()) {
            check.holes();
        }
        return check.found;
    }

    /** A curve with the range of x that it takes up. */
    private record Placed(Piece piece, double minX, double maxX, double minY, double maxY) {
        static Placed of(Piece piece) {
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
        double margin = CurveCheck.GAP * Outline.of(profile.outer()).diagonal();
        List<Placed> placed = curves.stream()
                .flatMap(curve -> Piece.of(curve).stream())
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
