package dev.cadwright.cad.procedural;

import static dev.cadwright.cad.procedural.FineLoops.circle;
import static dev.cadwright.cad.procedural.FineLoops.rectangle;
import static dev.cadwright.cad.procedural.FineLoops.rounded;

import dev.cadwright.cad.block.BlockLoop;
import java.util.ArrayList;
import java.util.List;

/** Random holes for an outer loop: none, one, a pair, a pattern, or a few anywhere. */
final class Holes {
    private enum Kind {
        CIRCLE,
        RECTANGLE,
        ROUNDED
    }

    private final Draws draws;
    private final OuterLoop outer;
    private final double halfX;
    private final double halfY;
    private final double smaller;

    private Holes(Draws draws, OuterLoop outer) {
        this.draws = draws;
        this.outer = outer;
        this.halfX = outer.halfX();
        this.halfY = outer.halfY();
        this.smaller = Math.min(halfX, halfY);
    }

    static List<BlockLoop> draw(Draws draws, OuterLoop outer) {
        return new Holes(draws, outer).draw();
    }

    private List<BlockLoop> draw() {
        return switch (draws.weighted(50, 22, 28)) {
            case 0 -> List.of();
            case 1 -> List.of(draws.chance(0.6) ? central() : anywhere(0.6, 0.1, 0.5));
            default -> several();
        };
    }

    /** A hole about the centre: often of the outer loop's own kind, which makes a ring. */
    private BlockLoop central() {
        double share = draws.between(0.15, 0.92);
        Kind kind =
                switch (outer.kind()) {
                    case CIRCLE -> Kind.CIRCLE;
                    case RECTANGLE -> draws.chance(0.6) ? Kind.RECTANGLE : anyKind();
                    case ROUNDED -> draws.chance(0.6) ? Kind.ROUNDED : anyKind();
                    default -> anyKind();
                };
        return hole(kind, 0, 0, halfX * share, halfY * share);
    }

    private BlockLoop anywhere(double spread, double least, double most) {
        double x = draws.between(-spread, spread) * halfX;
        double y = draws.between(-spread, spread) * halfY;
        return hole(anyKind(), x, y, smaller * draws.between(least, most), smaller * draws.between(least, most));
    }

    private List<BlockLoop> several() {
        double radius = smaller * draws.between(0.06, 0.28);
        double reach = draws.between(0.5, 0.85);
        List<BlockLoop> holes = new ArrayList<>();
        switch (draws.weighted(35, 25, 20, 20)) {
            case 0 -> {
                boolean alongX = draws.chance(0.5);
                double x = alongX ? halfX * reach : 0;
                double y = alongX ? 0 : halfY * reach;
                return List.of(circle(-x, -y, radius), circle(x, y, radius));
            }
            case 1 -> {
                double x = halfX - (1 - reach) * smaller;
                double y = halfY - (1 - reach) * smaller;
                for (int sign : new int[] {-1, 1}) {
                    holes.add(circle(sign * x, -y, radius));
                    holes.add(circle(sign * x, y, radius));
                }
            }
            case 2 -> {
                int count = 3 + draws.below(2);
                double[] phases = {0, Math.PI / 2, Math.PI / count};
                double phase = phases[draws.below(3)];
                for (int i = 0; i < count; i++) {
                    double angle = phase + 2 * Math.PI * i / count;
                    double far = smaller * reach;
                    holes.add(circle(far * StrictMath.cos(angle), far * StrictMath.sin(angle), radius));
                }
            }
            default -> {
                int count = 2 + draws.below(2);
                for (int i = 0; i < count; i++) {
                    holes.add(anywhere(0.8, 0.06, 0.35));
                }
                return holes;
            }
        }
        if (draws.chance(0.3)) {
            holes.add(circle(0, 0, smaller * draws.between(0.12, 0.5) * reach));
        }
        return holes;
    }

    private Kind anyKind() {
        return Kind.values()[draws.weighted(3, 1, 1)];
    }

    private BlockLoop hole(Kind kind, double x, double y, double holeX, double holeY) {
        double least = Math.min(holeX, holeY);
        return switch (kind) {
            case CIRCLE -> circle(x, y, least);
            case RECTANGLE -> rectangle(x, y, holeX, holeY);
            case ROUNDED -> rounded(x, y, holeX, holeY, least * (draws.chance(0.5) ? 1 : draws.between(0.2, 0.8)));
        };
    }
}
