package dev.cadwright.cad.procedural;

import static dev.cadwright.cad.procedural.FineLoops.circle;
import static dev.cadwright.cad.procedural.FineLoops.polygon;
import static dev.cadwright.cad.procedural.FineLoops.rectangle;
import static dev.cadwright.cad.procedural.FineLoops.rounded;
import static dev.cadwright.cad.procedural.FineLoops.vertex;

import dev.cadwright.cad.block.BlockLoop;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import java.util.List;

/** A random outer loop about the origin and the half-sides of the box that it was drawn in. */
record OuterLoop(BlockLoop loop, Kind kind, double halfX, double halfY) {
    enum Kind {
        RECTANGLE,
        ROUNDED,
        CIRCLE,
        RECTILINEAR,
        REGULAR,
        SLANTED,
        ARCED
    }

    private static final double[] WEIGHTS = {30, 7, 23, 20, 5, 7, 8};
    private static final int[] REGULAR_SIDES = {3, 5, 6, 6, 6, 8};

    static OuterLoop draw(Draws draws, double halfX, double halfY) {
        Kind kind = Kind.values()[draws.weighted(WEIGHTS)];
        double smaller = Math.min(halfX, halfY);
        return switch (kind) {
            case RECTANGLE -> new OuterLoop(rectangle(0, 0, halfX, halfY), kind, halfX, halfY);
            case ROUNDED -> {
                double radius = smaller * (draws.chance(0.35) ? 1 : draws.between(0.08, 0.8));
                yield new OuterLoop(rounded(0, 0, halfX, halfY, radius), kind, halfX, halfY);
            }
            case CIRCLE -> new OuterLoop(circle(0, 0, smaller), kind, smaller, smaller);
            case RECTILINEAR -> new OuterLoop(placed(draws, rectilinear(draws), halfX, halfY), kind, halfX, halfY);
            case REGULAR -> new OuterLoop(regular(draws, smaller), kind, smaller, smaller);
            case SLANTED -> new OuterLoop(placed(draws, slanted(draws), halfX, halfY), kind, halfX, halfY);
            case ARCED -> arced(draws, halfX, halfY);
        };
    }

    /** Letters and steps in the unit square: L, T, U, plus, three steps, notch, Z. */
    private static double[] rectilinear(Draws draws) {
        double thick = draws.between(0.12, 0.6);
        double share = draws.between(0.12, 0.6);
        double[] across = draws.ordered(0.15, 0.85);
        double[] up = draws.ordered(0.15, 0.85);
        return switch (draws.below(7)) {
            case 0 -> new double[] {0, 0, 1, 0, 1, share, thick, share, thick, 1, 0, 1};
            case 1 -> {
                double left = (1 - thick) / 2;
                double right = (1 + thick) / 2;
                yield new double[] {
                    left, 0, right, 0, right, 1 - share, 1, 1 - share, 1, 1, 0, 1, 0, 1 - share, left, 1 - share
                };
            }
            case 2 -> {
                double arm = Math.min(thick, 0.42);
                yield new double[] {0, 0, 1, 0, 1, 1, 1 - arm, 1, 1 - arm, share, arm, share, arm, 1, 0, 1};
            }
            case 3 -> {
                double x = draws.between(0.12, 0.4);
                double y = draws.between(0.12, 0.4);
                yield new double[] {
                    x, 0, 1 - x, 0, 1 - x, y, 1, y, 1, 1 - y, 1 - x, 1 - y, 1 - x, 1, x, 1, x, 1 - y, 0, 1 - y, 0, y, x,
                    y
                };
            }
            case 4 ->
                new double[] {
                    0, 0, 1, 0, 1, up[0], across[1], up[0], across[1], up[1], across[0], up[1], across[0], 1, 0, 1
                };
            case 5 -> {
                double depth = 1 - draws.between(0.1, 0.45);
                yield new double[] {
                    0, 0, 1, 0, 1, 1, across[1], 1, across[1], depth, across[0], depth, across[0], 1, 0, 1
                };
            }
            default -> {
                double level = draws.between(0.2, 0.8);
                yield new double[] {
                    0, 0, across[1], 0, across[1], level, 1, level, 1, 1, across[0], 1, across[0], level, 0, level
                };
            }
        };
    }

    /** Trapezoid, right triangle, one chamfer, four chamfers, in the unit square. */
    private static double[] slanted(Draws draws) {
        double x = draws.between(0.1, 0.6);
        double y = draws.between(0.1, 0.6);
        return switch (draws.below(4)) {
            case 0 -> new double[] {0, 0, 1, 0, 1 - 0.7 * y, 1, 0.7 * x, 1};
            case 1 -> new double[] {0, 0, 1, 0, 0, 1};
            case 2 -> new double[] {0, 0, 1, 0, 1, 1 - y, 1 - x, 1, 0, 1};
            default -> {
                double dx = x / 2;
                double dy = y / 2;
                yield new double[] {dx, 0, 1 - dx, 0, 1, dy, 1, 1 - dy, 1 - dx, 1, dx, 1, 0, 1 - dy, 0, dy};
            }
        };
    }

    /** The unit square's drawing mirrored and turned at random, stretched over the box. */
    private static BlockLoop placed(Draws draws, double[] drawing, double halfX, double halfY) {
        boolean flipX = draws.chance(0.5);
        boolean flipY = draws.chance(0.5);
        boolean turn = draws.chance(0.5);
        double[] placed = new double[drawing.length];
        for (int i = 0; i < drawing.length; i += 2) {
            double x = flipX ? 1 - drawing[i] : drawing[i];
            double y = flipY ? 1 - drawing[i + 1] : drawing[i + 1];
            placed[i] = (2 * (turn ? y : x) - 1) * halfX;
            placed[i + 1] = (2 * (turn ? x : y) - 1) * halfY;
        }
        return polygon(placed);
    }

    private static BlockLoop regular(Draws draws, double radius) {
        int sides = REGULAR_SIDES[draws.below(REGULAR_SIDES.length)];
        double[] phases = {0, Math.PI / sides, Math.PI / 2};
        double phase = phases[draws.below(3)];
        double[] corners = new double[2 * sides];
        for (int i = 0; i < sides; i++) {
            double angle = phase + 2 * Math.PI * i / sides;
            corners[2 * i] = radius * StrictMath.cos(angle);
            corners[2 * i + 1] = radius * StrictMath.sin(angle);
        }
        return polygon(corners);
    }

    /** A bulging side, a quarter disc, a dented side, a half disc; turned to one of four sides. */
    private static OuterLoop arced(Draws draws, double halfX, double halfY) {
        boolean turned = draws.chance(0.5);
        double a = turned ? halfY : halfX;
        double b = turned ? halfX : halfY;
        double share = draws.between(0.15, 0.75);
        List<BlockLoop.Vertex> vertices;
        switch (draws.below(4)) {
            case 0 -> {
                double shoulder = b * (1 - 2 * share);
                vertices = List.of(vertex(-a, -b), vertex(a, -b), vertex(a, shoulder, 0, b), vertex(-a, shoulder));
            }
            case 1 -> {
                a = Math.min(a, b);
                b = a;
                double bulge = a * (2 * StrictMath.sqrt(0.5) - 1);
                vertices = List.of(vertex(-a, -a), vertex(a, -a, bulge, bulge), vertex(-a, a));
            }
            case 2 -> {
                double dent = b * (1 - 1.6 * share);
                vertices = List.of(
                        vertex(-a, -b),
                        vertex(a, -b),
                        vertex(a, b),
                        vertex(a * share, b, 0, dent),
                        vertex(-a * share, b),
                        vertex(-a, b));
            }
            default -> {
                double radius = Math.min(a, 2 * b);
                a = radius;
                b = radius / 2;
                vertices = List.of(vertex(-a, -b), vertex(a, -b, 0, b));
            }
        }
        BlockLoop loop = oriented(vertices, draws.sign(), turned);
        return new OuterLoop(loop, Kind.ARCED, turned ? b : a, turned ? a : b);
    }

    private static BlockLoop oriented(List<BlockLoop.Vertex> vertices, int sign, boolean turned) {
        return new Polygon(vertices.stream()
                .map(vertex -> new BlockLoop.Vertex(
                        turned ? sign * vertex.y() : vertex.x(),
                        turned ? vertex.x() : sign * vertex.y(),
                        vertex.arcToNext()
                                .map(middle -> new BlockLoop.Middle(
                                        turned ? sign * middle.y() : middle.x(),
                                        turned ? middle.x() : sign * middle.y()))))
                .toList());
    }
}
