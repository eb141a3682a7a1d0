package dev.cadwright.neural.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Puts lessons together in rows: the longest first, each where it fits best (Johnson, 1973). */
public final class Packing {
    private Packing() {}

    /**
     * Rows of lessons, by their numbers.
     *
     * @param capacity of a row; no lesson is longer
     */
    public static List<List<Integer>> rows(List<Lesson> lessons, int capacity) {
        List<List<Integer>> rows = new ArrayList<>();
        TreeMap<Integer, List<Integer>> open = new TreeMap<>();
        List<Integer> order = IntStream.range(0, lessons.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -lessons.get(i).length())
                        .thenComparingInt(i -> i))
                .toList();
        for (int number : order) {
            int length = lessons.get(number).length();
            var fitting = open.ceilingEntry(length);
            int row;
            int left;
            if (fitting == null) {
                row = rows.size();
                rows.add(new ArrayList<>());
                left = capacity - length;
            } else {
                row = fitting.getValue().removeLast();
                if (fitting.getValue().isEmpty()) {
                    open.remove(fitting.getKey());
                }
                left = fitting.getKey() - length;
            }
            rows.get(row).add(number);
            open.computeIfAbsent(left, _ -> new ArrayList<>()).add(row);
        }
        return rows;
    }
}
