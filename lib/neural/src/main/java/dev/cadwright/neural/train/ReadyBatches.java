package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.TensorEntry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Batches from a {@code .safetensors}, in order, round and round: {@code input_ids}, {@code labels} and, if it is there,
 * {@code attention_mask}, [batches, rows, time]; what stands in place of tokens, such as {@code point_cloud}
 * [batches, rows, …]. A pass takes all rows of one batch, or so many of them as it is asked to.
 */
final class ReadyBatches implements BatchSource<TokenBatch> {
    private static final Set<String> MEDIA = Set.of(
            "pixel_values",
            "image_grid_thw",
            "pixel_values_videos",
            "video_grid_thw",
            "point_cloud",
            "point_clouds",
            "is_pc",
            "is_img");

    private final List<TokenBatch> batches;
    private final int rows;
    private final int perBatch;

    private ReadyBatches(List<TokenBatch> batches, int rows, int perBatch) {
        this.batches = batches;
        this.rows = rows;
        this.perBatch = perBatch;
    }

    /**
     * @param most rows of a pass
     * @param vocabulary of the model
     * @throws NeuralException {@code bad_training_data} if the file does not hold what it should
     */
    static ReadyBatches open(Path path, int most, Vocabulary vocabulary) {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            long[] shape = file.entry("input_ids").shape();
            for (String name : List.of("input_ids", "labels", "attention_mask")) {
                boolean needed = !name.equals("attention_mask");
                if ((needed || file.names().contains(name))
                        && (shape.length != 3 || !Arrays.equals(file.entry(name).shape(), shape))) {
                    throw bad(path, name + " must be [batches, rows, time], like input_ids");
                }
            }
            if (LongStream.of(shape).anyMatch(extent -> extent < 1) || shape[2] < 2) {
                throw bad(path, "there is nothing to learn in batches of shape " + Arrays.toString(shape));
            }
            int rows = Math.toIntExact(shape[1]);
            int taken = Math.min(rows, most);
            if (rows % taken != 0) {
                throw bad(path, "batches of " + rows + " rows cannot be taken " + taken + " rows at a time");
            }
            Reader reader = new Reader(file, taken, Math.toIntExact(shape[2]));
            List<TokenBatch> batches = LongStream.range(0, shape[0] * rows / taken)
                    .mapToObj(reader::batch)
                    .toList();
            batches.forEach(batch -> {
                LongStream.of(batch.ids()).forEach(vocabulary::requireToken);
                LongStream.of(batch.labels()).forEach(vocabulary::requireLabel);
            });
            return new ReadyBatches(batches, taken, rows / taken);
        } catch (NeuralException e) {
            boolean named = String.valueOf(e.getMessage()).startsWith(String.valueOf(path.getFileName()));
            throw named ? e : bad(path, e.getMessage());
        }
    }

    /** Rows from a file, so many at a time. */
    private record Reader(SafetensorsFile file, int rows, int time) {
        TokenBatch batch(long number) {
            long[] labels = integers("labels", number);
            Optional<long[]> mask = file.names().contains("attention_mask")
                    ? Optional.of(integers("attention_mask", number))
                    : Optional.empty();
            return new TokenBatch(
                    rows,
                    time,
                    integers("input_ids", number),
                    mask.filter(m -> LongStream.of(m).anyMatch(v -> v != 1)),
                    labels,
                    Optional.empty(),
                    Optional.empty(),
                    media(number),
                    TokenBatch.targets(time, labels));
        }

        private long[] integers(String name, long number) {
            int count = rows * time;
            return file.integers(name, number * count, count);
        }

        private Map<String, TokenBatch.Medium> media(long number) {
            Map<String, TokenBatch.Medium> media = new LinkedHashMap<>();
            for (String name : MEDIA) {
                if (file.names().contains(name)) {
                    media.put(name, medium(name, number));
                }
            }
            return media;
        }

        private TokenBatch.Medium medium(String name, long number) {
            TensorEntry entry = file.entry(name);
            long[] whole = entry.shape();
            long[] shape = Arrays.copyOfRange(whole, 1, whole.length);
            shape[0] = rows;
            int count = Math.toIntExact(LongStream.of(shape).reduce(1, Math::multiplyExact));
            return switch (entry.type()) {
                case F16, BF16, F32, F64 ->
                    new TokenBatch.Medium.Reals(file.floats(name, number * count, count), shape);
                case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 ->
                    new TokenBatch.Medium.Wholes(file.integers(name, number * count, count), shape);
            };
        }
    }

    @Override
    public long samples() {
        return (long) batches.size() * rows;
    }

    @Override
    public int batchSize() {
        return rows;
    }

    @Override
    public int groupSize() {
        return perBatch;
    }

    @Override
    public List<TokenBatch> group(long group) {
        int first = (int) (group * perBatch % batches.size());
        return batches.subList(first, first + perBatch);
    }

    List<TokenBatch> all() {
        return batches;
    }

    private static NeuralException bad(Path path, String message) {
        return new NeuralException("bad_training_data", path.getFileName() + ": " + message);
    }
}
