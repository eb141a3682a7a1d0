package dev.cadwright.neural.generate;

import dev.cadwright.neural.nano.BlockTokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * Positions of a program's tokens whose numbers make sense to move together: both offsets of a block, all loops of a
 * block along one axis, one loop along one axis, the equal coordinates of a polygon (an edge along an axis); then every
 * number alone.
 */
final class NumberGroups {
    private final int[] tokens;
    private final SequencedSet<List<Integer>> groups = new LinkedHashSet<>();
    private final List<List<Integer>> blockAxes = List.of(new ArrayList<>(), new ArrayList<>());
    private final List<Integer> singles = new ArrayList<>();

    private NumberGroups(int[] tokens) {
        this.tokens = tokens;
    }

    /** @param tokens a well-formed program */
    static List<List<Integer>> of(int[] tokens) {
        NumberGroups groups = new NumberGroups(tokens);
        groups.walk();
        return List.copyOf(groups.groups);
    }

    private void walk() {
        int i = 0;
        while (tokens[i] != BlockTokens.END) {
            if (tokens[i] < BlockTokens.RECTANGLE) {
                endBlock();
                groups.add(List.of(i + 1, i + 2));
                singles.add(i + 1);
                singles.add(i + 2);
                i += 3;
            } else {
                i = loop(i);
            }
        }
        endBlock();
        singles.forEach(position -> groups.add(List.of(position)));
    }

    /** Takes a loop that starts at {@code start}; returns where it ends. */
    private int loop(int start) {
        List<Integer> xs = new ArrayList<>();
        List<Integer> ys = new ArrayList<>();
        int coordinates = coordinates(tokens[start]);
        int end = start + 1;
        int seen = 0;
        while (tokens[end] >= BlockTokens.ARC) {
            if (tokens[end] != BlockTokens.ARC) {
                if (seen < coordinates) {
                    (seen % 2 == 0 ? xs : ys).add(end);
                }
                singles.add(end);
                seen++;
            }
            end++;
        }
        groups.add(List.copyOf(xs));
        groups.add(List.copyOf(ys));
        if (tokens[start] == BlockTokens.POLYGON) {
            equal(xs);
            equal(ys);
        }
        blockAxes.get(0).addAll(xs);
        blockAxes.get(1).addAll(ys);
        return end;
    }

    private static int coordinates(int loop) {
        return switch (loop) {
            case BlockTokens.RECTANGLE, BlockTokens.ROUNDED -> 4;
            case BlockTokens.CIRCLE -> 2;
            default -> Integer.MAX_VALUE;
        };
    }

    private void equal(List<Integer> positions) {
        Map<Integer, List<Integer>> byValue = new LinkedHashMap<>();
        for (int position : positions) {
            byValue.computeIfAbsent(tokens[position], value -> new ArrayList<>())
                    .add(position);
        }
        byValue.values().stream()
                .filter(group -> group.size() > 1)
                .map(List::copyOf)
                .forEach(groups::add);
    }

    private void endBlock() {
        for (List<Integer> axis : blockAxes) {
            if (!axis.isEmpty()) {
                groups.add(List.copyOf(axis));
                axis.clear();
            }
        }
    }
}
