package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.safetensors.ElementType;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.SafetensorsWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of {@code *.safetensors} files with samples to learn from: {@code points} [samples, clouds, points, 3] (F32
 * or F16, in [-1, 1]) and {@code tokens} [samples, time] (I32, {@link BlockTokens}, padded with 0).
 */
public final class TrainingShards implements SampleSource {
    /** Clouds must lie in the normalised cube; a little beyond it is noise. */
    private static final float FARTHEST = 1.5f;

    private final List<Entry> entries;

    private record Entry(int[] tokens, List<float[]> clouds) {}

    private TrainingShards(List<Entry> entries) {
        this.entries = entries;
    }

    /** @throws NeuralException {@code bad_training_data}, naming the file */
    public static TrainingShards open(Path folder, int points) {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files(folder)) {
            read(file, points, entries);
        }
        if (entries.isEmpty()) {
            throw new NeuralException("bad_training_data", "no samples in " + folder);
        }
        return new TrainingShards(entries);
    }

    /** One shard's bytes. All samples have clouds of the same number of points. */
    public static byte[] shard(List<TrainingSample> samples) {
        int time = 0;
        List<int[]> programs = new ArrayList<>();
        for (TrainingSample sample : samples) {
            programs.add(BlockTokens.encode(sample.program()));
            time = Math.max(time, programs.getLast().length);
        }
        int width = samples.getFirst().points().length;
        float[] points = new float[samples.size() * width];
        long[] tokens = new long[samples.size() * time];
        for (int i = 0; i < samples.size(); i++) {
            if (samples.get(i).points().length != width) {
                throw new IllegalArgumentException("clouds of one shard must have the same number of points");
            }
            System.arraycopy(samples.get(i).points(), 0, points, i * width, width);
            for (int t = 0; t < programs.get(i).length; t++) {
                tokens[i * time + t] = programs.get(i)[t];
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new SafetensorsWriter()
                .floats("points", ElementType.F32, new long[] {samples.size(), 1, width / 3, 3}, points)
                .integers("tokens", ElementType.I32, new long[] {samples.size(), time}, tokens)
                .write(bytes);
        return bytes.toByteArray();
    }

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public TrainingSample sample(long index, int visit) {
        Entry entry = entries.get(Math.toIntExact(index));
        float[] cloud = entry.clouds().get(visit % entry.clouds().size());
        return switch (BlockTokens.decode(entry.tokens())) {
            case BlockTokens.Decoded.Program program -> new TrainingSample(program.program(), cloud);
            case BlockTokens.Decoded.Malformed malformed ->
                throw new NeuralException("bad_training_data", "sample " + index + ": " + malformed.reason());
        };
    }

    private static void read(Path path, int points, List<Entry> entries) {
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            long[] clouds = file.entry("points").shape();
            long[] tokens = file.entry("tokens").shape();
            if (clouds.length != 4 || tokens.length != 2 || clouds[0] != tokens[0] || clouds[3] != 3) {
                throw bad(path, "points must be [samples, clouds, points, 3] and tokens [samples, time]");
            }
            if (clouds[2] != points) {
                throw bad(path, "clouds have " + clouds[2] + " points where the model takes " + points);
            }
            int width = Math.toIntExact(clouds[2] * 3);
            int time = Math.toIntExact(tokens[1]);
            for (long sample = 0; sample < clouds[0]; sample++) {
                List<float[]> variants = new ArrayList<>();
                for (long cloud = 0; cloud < clouds[1]; cloud++) {
                    variants.add(inRange(path, file.floats("points", (sample * clouds[1] + cloud) * width, width)));
                }
                long[] ids = file.integers("tokens", sample * time, time);
                entries.add(
                        new Entry(Arrays.stream(ids).mapToInt(Math::toIntExact).toArray(), variants));
            }
        } catch (NeuralException e) {
            throw bad(path, e.getMessage());
        }
    }

    private static float[] inRange(Path path, float[] cloud) {
        for (float value : cloud) {
            if (!(Math.abs(value) <= FARTHEST)) {
                throw bad(path, "a coordinate of " + value + " is outside the normalised cube");
            }
        }
        return cloud;
    }

    private static NeuralException bad(Path path, String message) {
        return new NeuralException("bad_training_data", path.getFileName() + ": " + message);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new NeuralException("bad_training_data", "no folder " + folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(p -> String.valueOf(p.getFileName()).endsWith(".safetensors"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
