package dev.cadwright.neural.train;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Seeds;
import dev.cadwright.neural.corpus.Lesson;
import dev.cadwright.neural.corpus.Lessons;
import dev.cadwright.neural.image.ImageProcessor;
import dev.cadwright.neural.image.Picture;
import dev.cadwright.neural.image.PictureFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Points and pictures of the lessons of a batch, in the order in which they stand in its rows.
 *
 * @param points how the model reads them
 * @param noise of points that are learnt from
 * @param processor of pictures
 * @param folder where they are
 */
record LessonMedia(
        Optional<Lessons.Points> points,
        Task.PointNoise noise,
        long seed,
        Optional<ImageProcessor> processor,
        Path folder)
        implements LessonRows.Media {
    private static final int NOISE = 11;

    @Override
    public Map<String, TokenBatch.Medium> of(List<LessonRows.Row> rows) {
        Map<String, TokenBatch.Medium> media = new LinkedHashMap<>();
        points.ifPresent(form -> clouds(rows, form, media));
        List<Path> pictures = rows.stream()
                .flatMap(row -> row.lessons().stream())
                .flatMap(lesson -> lesson.image().stream())
                .map(this::picture)
                .toList();
        if (!pictures.isEmpty()) {
            media.put("pixel_values", pixels(pictures));
        }
        return media;
    }

    private void clouds(List<LessonRows.Row> rows, Lessons.Points form, Map<String, TokenBatch.Medium> media) {
        List<float[]> clouds = new ArrayList<>();
        List<Long> has = new ArrayList<>();
        for (LessonRows.Row row : rows) {
            for (Lesson lesson : row.lessons()) {
                boolean given = lesson.cloud().isPresent();
                has.add(given ? 1L : 0L);
                if (given) {
                    clouds.add(noisy(lesson.cloud().get().triples(form.count()), row.position(), has.size()));
                } else if (form.conversation()) {
                    clouds.add(new float[3 * form.count()]);
                }
            }
        }
        if (has.stream().noneMatch(h -> h == 1)) {
            return;
        }
        TokenBatch.Medium joined = new TokenBatch.Medium.Reals(joined(clouds), clouds.size(), form.count(), 3);
        if (form.conversation()) {
            media.put("point_clouds", joined);
            long[] flags = has.stream().mapToLong(Long::longValue).toArray();
            media.put("is_pc", new TokenBatch.Medium.Wholes(flags, flags.length));
        } else {
            media.put("point_cloud", joined);
        }
    }

    private float[] noisy(float[] cloud, long position, int number) {
        if (position == LessonRows.UNCHANGED || noise.deviation() == 0) {
            return cloud;
        }
        SplittableRandom random = Seeds.of(seed, NOISE, position, number);
        if (random.nextDouble() >= noise.probability()) {
            return cloud;
        }
        float[] noisy = cloud.clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += (float) (noise.deviation() * random.nextGaussian());
        }
        return noisy;
    }

    /** Says before a training begins what would be missed in the middle of it. */
    void require(List<Lesson> lessons) {
        for (Lesson lesson : lessons) {
            lesson.image().ifPresent(this::picture);
            lesson.cloud().filter(cloud -> !cloud.isThere()).ifPresent(cloud -> {
                throw new NeuralException("bad_training_data", "there are no points: " + cloud);
            });
        }
    }

    private Path picture(String name) {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new NeuralException("bad_training_data", "the picture " + name + " is not in " + folder);
        }
        if (!Files.isRegularFile(file)) {
            throw new NeuralException("bad_training_data", "there is no picture " + file + " (image_folder)");
        }
        return file;
    }

    private TokenBatch.Medium pixels(List<Path> files) {
        ImageProcessor known = processor.orElseThrow();
        List<float[]> all = new ArrayList<>();
        long[] shape = {};
        for (Path file : files) {
            Picture picture = PictureFile.read(file);
            shape = known.shape(picture);
            all.add(known.process(picture));
        }
        return new TokenBatch.Medium.Reals(joined(all), files.size(), shape[0], shape[1], shape[2]);
    }

    private static float[] joined(List<float[]> parts) {
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
