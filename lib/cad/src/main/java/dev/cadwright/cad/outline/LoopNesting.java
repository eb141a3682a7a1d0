package dev.cadwright.cad.outline;

import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds which loops are outer and which are holes by containment: a loop inside an even number of others bounds
 * material, one inside an odd number is a hole of the smallest loop around it.
 */
public final class LoopNesting {
    private final List<Loop> loops;
    private final List<Outline> outlines;
    private final int[] parent;
    private final int[] depth;

    private LoopNesting(List<Loop> loops) {
        this.loops = loops;
        this.outlines = loops.stream().map(Outline::of).toList();
        this.parent = new int[loops.size()];
        this.depth = new int[loops.size()];
    }

    /** The profiles that the loops bound; their order and that of their holes is that of the loops. */
    public static List<Profile> profiles(List<Loop> loops) {
        LoopNesting nesting = new LoopNesting(loops);
        nesting.nest();
        return nesting.collect();
    }

    private void nest() {
        double[] areas = outlines.stream()
                .mapToDouble(outline -> Math.abs(outline.signedArea()))
                .toArray();
        List<Integer> byArea = IntStream.range(0, loops.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer loop) -> -areas[loop]))
                .toList();
        for (int rank = 0; rank < byArea.size(); rank++) {
            int inner = byArea.get(rank);
            parent[inner] = -1;
            // The last of the larger loops that holds this one is the smallest around it.
            for (int larger = rank - 1; larger >= 0 && parent[inner] < 0; larger--) {
                int outer = byArea.get(larger);
                if (outlines.get(outer).contains(outlines.get(inner))) {
                    parent[inner] = outer;
                    depth[inner] = depth[outer] + 1;
                }
            }
        }
    }

    private List<Profile> collect() {
        List<Profile> profiles = new ArrayList<>();
        for (int outer = 0; outer < loops.size(); outer++) {
            if (depth[outer] % 2 == 0) {
                List<Loop> holes = new ArrayList<>();
                for (int inner = 0; inner < loops.size(); inner++) {
                    if (depth[inner] % 2 == 1 && parent[inner] == outer) {
                        holes.add(loops.get(inner));
                    }
                }
                profiles.add(new Profile(loops.get(outer), holes));
            }
        }
        return profiles;
    }
}
