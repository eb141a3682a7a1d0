package dev.cadwright.neural.train;

import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.corpus.Packing;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Batches of texts, in another order each epoch. */
final class LessonBatches implements BatchSource<TokenBatch> {
    private final List<Lesson> lessons;
    private final List<List<Integer>> rows;
    private final Dealing dealing;
    private final int batchSize;
    private final LessonRows writer;

    /** A row and the place in the training where it is taken. */
    private record Taken(List<Integer> members, long position) {}

    private LessonBatches(List<Lesson> lessons, List<List<Integer>> rows, int batchSize, long seed, LessonRows writer) {
        this.lessons = lessons;
        this.rows = rows;
        this.dealing = new Dealing(seed, batchSize);
        this.batchSize = batchSize;
        this.writer = writer;
    }

    /** @param capacity of a packed row */
    static LessonBatches of(
            List<Lesson> lessons, Task.Packing packing, int capacity, Course course, long seed, LessonRows writer) {
        List<List<Integer>> rows = packing == Task.Packing.PACKED
                ? Packing.rows(lessons, capacity)
                : IntStream.range(0, lessons.size()).mapToObj(List::of).toList();
        return new LessonBatches(lessons, rows, course.batchSize(), seed, writer);
    }

    @Override
    public long samples() {
        return rows.size();
    }

    @Override
    public int batchSize() {
        return batchSize;
    }

    @Override
    public int groupSize() {
        return Dealing.BATCHES_PER_GROUP;
    }

    @Override
    public List<TokenBatch> group(long group) {
        int count = dealing.rowsPerGroup();
        List<Taken> taken = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long position = group * count + i;
            int place = (int) (position % rows.size());
            taken.add(new Taken(rows.get(dealing.at(position / rows.size(), place, rows.size())), position));
        }
        return dealing.deal(group, taken, this::length).stream()
                .map(this::batch)
                .toList();
    }

    private int length(Taken row) {
        return row.members().stream().mapToInt(i -> lessons.get(i).length()).sum();
    }

    private TokenBatch batch(List<Taken> batch) {
        List<LessonRows.Row> written = new ArrayList<>();
        for (Taken taken : batch) {
            written.add(new LessonRows.Row(
                    taken.members().stream().map(lessons::get).toList(), taken.position()));
        }
        return writer.batch(written);
    }

    /** All lessons once, each in a row of its own, those of like length together; made when they are asked for. */
    static List<TokenBatch> inOrder(List<Lesson> lessons, int batchSize, LessonRows writer) {
        List<Lesson> sorted = new ArrayList<>(lessons);
        sorted.sort(Comparator.comparingInt(Lesson::length));
        return new AbstractList<>() {
            @Override
            public TokenBatch get(int index) {
                int end = Math.min(sorted.size(), (index + 1) * batchSize);
                return writer.batch(sorted.subList(index * batchSize, end).stream()
                        .map(lesson -> new LessonRows.Row(List.of(lesson), LessonRows.UNCHANGED))
                        .toList());
            }

            @Override
            public int size() {
                return (sorted.size() + batchSize - 1) / batchSize;
            }
        };
    }
}
