package dev.cadwright.neural.train;

import dev.cadwright.neural.corpus.Lesson;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes lessons into rows of tokens. Several texts in a row have segments and positions of their own, and none learns
 * its first token from the text before it.
 *
 * @param padding the token behind the last text of a row
 * @param together whether all rows of a batch become one
 * @param points how many tokens points replace; the mask of CAD-Recode says so by -1 there, others need no mark
 * @param media what stands in place of tokens
 */
record LessonRows(long padding, boolean together, int points, Media media) {
    /** Text alone. */
    static LessonRows text(long padding, boolean together) {
        return new LessonRows(padding, together, 0, Media.NONE);
    }

    /** The position of what is not augmented. */
    static final long UNCHANGED = -1;

    /** @param position in the training, on which augmentation depends */
    record Row(List<Lesson> lessons, long position) {
        int length() {
            return lessons.stream().mapToInt(Lesson::length).sum();
        }
    }

    /** Arrays of pictures or points of the lessons of a batch, in the order of their tokens. */
    interface Media {
        Media NONE = _ -> Map.of();

        Map<String, TokenBatch.Medium> of(List<Row> rows);
    }

    TokenBatch batch(List<Row> rows) {
        if (!together) {
            return written(rows, media.of(rows));
        }
        List<Lesson> all = rows.stream().flatMap(row -> row.lessons().stream()).toList();
        return written(List.of(new Row(all, rows.getFirst().position())), media.of(rows));
    }

    private TokenBatch written(List<Row> rows, Map<String, TokenBatch.Medium> shown) {
        int time = Math.max(2, rows.stream().mapToInt(Row::length).max().orElseThrow());
        Sheet sheet = new Sheet(rows.size(), time);
        Arrays.fill(sheet.ids, padding);
        Arrays.fill(sheet.labels, TokenBatch.IGNORED);
        for (int r = 0; r < rows.size(); r++) {
            int at = r * time;
            long segment = 1;
            for (Lesson lesson : rows.get(r).lessons()) {
                at = sheet.write(at, segment++, lesson, lesson.cloud().isPresent() ? points : 0);
            }
        }
        boolean shared = together || rows.stream().anyMatch(row -> row.lessons().size() > 1);
        boolean marked = Arrays.stream(sheet.mask).anyMatch(m -> m < 0);
        boolean padded = Arrays.stream(sheet.mask).anyMatch(m -> m == 0);
        return new TokenBatch(
                rows.size(),
                time,
                sheet.ids,
                marked || (!shared && padded) ? Optional.of(sheet.mask) : Optional.empty(),
                sheet.labels,
                shared ? Optional.of(sheet.segments) : Optional.empty(),
                shared ? Optional.of(sheet.positions) : Optional.empty(),
                shown,
                TokenBatch.targets(time, sheet.labels));
    }

    /** Rows while they are written; where no text is, the segment is 0. */
    private static final class Sheet {
        private final long[] ids;
        private final long[] labels;
        private final long[] mask;
        private final long[] segments;
        private final long[] positions;

        Sheet(int rows, int time) {
            ids = new long[rows * time];
            labels = new long[rows * time];
            mask = new long[rows * time];
            segments = new long[rows * time];
            positions = new long[rows * time];
        }

        int write(int at, long segment, Lesson lesson, int replaced) {
            for (int i = 0; i < lesson.length(); i++) {
                ids[at + i] = lesson.ids()[i];
                labels[at + i] = i == 0 ? TokenBatch.IGNORED : lesson.labels()[i];
                mask[at + i] = i < replaced ? -1 : 1;
                segments[at + i] = segment;
                positions[at + i] = i;
            }
            return at + lesson.length();
        }
    }
}
