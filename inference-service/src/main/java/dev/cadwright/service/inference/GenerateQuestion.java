package dev.cadwright.service.inference;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.inference.ModelCloud;
import dev.cadwright.jobs.JobException;
import dev.cadwright.neural.completion.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One prompt of a job.
 *
 * @param name of its results; by default its number
 * @param images artifacts, one a picture
 * @param points artifact of a point cloud as {@code .npy}
 */
record GenerateQuestion(String name, String text, List<String> images, String points) {
    private static final int MOST_IMAGES = 64;
    private static final int MOST_BYTES = 64 << 20;

    GenerateQuestion {
        images = images == null ? List.of() : List.copyOf(images);
        if (text == null && images.isEmpty() && points == null) {
            throw new IllegalArgumentException("a prompt has a text, images or points");
        }
        if (images.size() > MOST_IMAGES) {
            throw new IllegalArgumentException("a prompt has at most " + MOST_IMAGES + " images");
        }
    }

    String name(int number) {
        return name == null ? Integer.toString(number) : name;
    }

    /** @param points how many the model reads */
    Prompt prompt(GenerateInput input, int points, Path scratch, ArtifactStore store) throws IOException {
        List<Path> pictures = new ArrayList<>();
        for (String sha256 : images) {
            Path picture = scratch.resolve(sha256);
            if (!Files.exists(picture)) {
                try (InputStream content = store.open(sha256)) {
                    Files.copy(content, picture);
                }
            }
            pictures.add(picture);
        }
        return new Prompt(
                Optional.ofNullable(text).or(() -> Optional.ofNullable(input.text())),
                Optional.ofNullable(input.system()),
                input.raw(),
                this.points == null ? Optional.empty() : Optional.of(cloud(points, store)),
                pictures);
    }

    private float[] cloud(int wanted, ArtifactStore store) throws IOException {
        if (wanted == 0) {
            throw JobException.permanent("bad_prompt", "this model reads no points");
        }
        try {
            return ModelCloud.of(Npy.parse(store.read(points, MOST_BYTES)).toPointCloud(), wanted)
                    .toFloatArray();
        } catch (IllegalArgumentException e) {
            throw JobException.permanent("unusable_points", "prompt " + name + ": " + e.getMessage());
        }
    }
}
