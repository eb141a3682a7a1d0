package dev.cadwright.metrics.overlap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The union of bodies as a signed sum of intersections: every set of bodies that overlap pairwise is a term, added where
 * its size is odd, subtracted where it is even.
 */
final class BodyUnion {
    private static final int MAX_TERMS = 512;
    private static final double NOTHING = 1e-12;

    /** The intersection of some bodies of one union; {@code last} is the place of the last among all. */
    record Term(List<Body> bodies, int last, double volume) {
        double sign() {
            return bodies.size() % 2 == 1 ? 1 : -1;
        }
    }

    private final List<Term> terms = new ArrayList<>();

    private BodyUnion() {}

    /** The union, or nothing if too many bodies overlap each other. */
    static Optional<BodyUnion> of(List<Body> bodies) {
        BodyUnion union = new BodyUnion();
        int from = 0;
        for (int i = 0; i < bodies.size(); i++) {
            union.terms.add(new Term(List.of(bodies.get(i)), i, bodies.get(i).volume()));
        }
        while (from < union.terms.size()) {
            int to = union.terms.size();
            for (int i = from; i < to; i++) {
                union.extend(union.terms.get(i), bodies);
                if (union.terms.size() > MAX_TERMS + bodies.size()) {
                    return Optional.empty();
                }
            }
            from = to;
        }
        return Optional.of(union);
    }

    /** Adds the terms with one body more, later in order than those the term has. */
    private void extend(Term term, List<Body> bodies) {
        for (int i = term.last() + 1; i < bodies.size(); i++) {
            Body body = bodies.get(i);
            if (term.bodies().stream().allMatch(one -> one.bounds().touches(body.bounds()))) {
                List<Body> more = new ArrayList<>(term.bodies());
                more.add(body);
                double volume = PrismProduct.volume(more);
                if (volume > NOTHING * Math.min(term.volume(), body.volume())) {
                    terms.add(new Term(List.copyOf(more), i, volume));
                }
            }
        }
    }

    double volume() {
        return terms.stream().mapToDouble(term -> term.sign() * term.volume()).sum();
    }

    double common(BodyUnion other) {
        double volume = 0;
        for (Term mine : terms) {
            for (Term theirs : other.terms) {
                volume += mine.sign() * theirs.sign() * common(mine, theirs);
            }
        }
        return volume;
    }

    private static double common(Term mine, Term theirs) {
        for (Body one : mine.bodies()) {
            for (Body other : theirs.bodies()) {
                if (!one.bounds().touches(other.bounds())) {
                    return 0;
                }
            }
        }
        List<Body> all = new ArrayList<>(mine.bodies());
        all.addAll(theirs.bodies());
        return PrismProduct.volume(all);
    }
}
