package dev.cadwright.cad.block;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A block's loops as exact outlines, found sound: none degenerate, none touching or crossing another or itself. */
record Face(List<Outline> outlines, List<Integer> depths) {

    /** A face, or why the loops bound none. */
    sealed interface Reading {
        record Sound(Face face) implements Reading {}

        record Unsound(String reason) implements Reading {}
    }

    Face {
        outlines = List.copyOf(outlines);
        depths = List.copyOf(depths);
    }

    static Reading of(List<BlockLoop> loops) {
        List<Outline> outlines = new ArrayList<>(loops.size());
        for (BlockLoop loop : loops) {
            switch (Outline.of(loop)) {
                case Outline.Reading.Degenerate(String reason) -> {
                    return new Reading.Unsound(reason);
                }
                case Outline.Reading.Drawn(Outline outline) -> {
                    // Rectangles and circles are simple by their making.
                    if (loop instanceof BlockLoop.Polygon && OutlineContact.meetsItself(outline)) {
                        return new Reading.Unsound("a polygon touches or crosses itself");
                    }
                    outlines.add(outline);
                }
            }
        }
        for (int i = 0; i < outlines.size(); i++) {
            for (int j = i + 1; j < outlines.size(); j++) {
                if (OutlineContact.meet(outlines.get(i), outlines.get(j))) {
                    return new Reading.Unsound("loops " + (i + 1) + " and " + (j + 1) + " touch or cross");
                }
            }
        }
        return new Reading.Sound(new Face(outlines, depths(outlines)));
    }

    /** In how many of the other loops each loop lies: those at even depth are outer loops, the others holes. */
    private static List<Integer> depths(List<Outline> outlines) {
        List<Region> regions =
                outlines.stream().map(outline -> Region.of(List.of(outline))).toList();
        List<Integer> depths = new ArrayList<>(outlines.size());
        for (int i = 0; i < outlines.size(); i++) {
            var start = outlines.get(i).edges().getFirst().start();
            int depth = 0;
            for (int j = 0; j < outlines.size(); j++) {
                if (j != i && regions.get(j).contains(start.x(), start.y())) {
                    depth++;
                }
            }
            depths.add(depth);
        }
        return depths;
    }

    boolean isOuter(int loop) {
        return depths.get(loop) % 2 == 0;
    }

    /** For every outer loop, in order, its own number and those of the holes directly in it. */
    List<List<Integer>> profiles() {
        List<List<Integer>> profiles = new ArrayList<>();
        for (int outer = 0; outer < outlines.size(); outer++) {
            if (isOuter(outer)) {
                List<Integer> profile = new ArrayList<>(List.of(outer));
                for (int hole = 0; hole < outlines.size(); hole++) {
                    if (!isOuter(hole) && parent(hole) == outer) {
                        profile.add(hole);
                    }
                }
                profiles.add(profile);
            }
        }
        return profiles;
    }

    /** The smallest loop around a hole. */
    private int parent(int hole) {
        var start = outlines.get(hole).edges().getFirst().start();
        return IntStream.range(0, outlines.size())
                .filter(loop -> depths.get(loop) == depths.get(hole) - 1)
                .filter(loop -> Region.of(List.of(outlines.get(loop))).contains(start.x(), start.y()))
                .boxed()
                .min(Comparator.comparingDouble(loop -> outlines.get(loop).area()))
                .orElseThrow();
    }

    double area() {
        double area = 0;
        for (int i = 0; i < outlines.size(); i++) {
            area += isOuter(i) ? outlines.get(i).area() : -outlines.get(i).area();
        }
        return area;
    }
}
