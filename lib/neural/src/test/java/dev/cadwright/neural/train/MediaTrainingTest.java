package dev.cadwright.neural.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.tensor.Precision;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaTrainingTest {
    private static final String QUICK = "num_epochs: 4, per_device_batch_size: 2, learning_rate: 0.01, warmup_steps: 1,"
            + " logging_steps: 1, max_seq_length: 700";

    @TempDir
    private Path folder;

    @Test
    void pointsAndProgramsOfShardsAreLearntAndGoOnToTheSameBytes() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "cad_recode");
        setPoints(model.base());
        shards();
        TrainingConfiguration configuration =
                model.configuration("shards", QUICK, "lora: {r: 4}\nnoise_std: 0.02\nnoise_probability: 0.7\n");

        // When
        List<TrainingEvent> whole = model.train(configuration, "whole", Long.MAX_VALUE);
        model.train(configuration, "broken", 3);
        model.train(configuration, "broken", Long.MAX_VALUE);

        // Then
        List<TrainingEvent.Step> steps = steps(whole);
        assertThat(steps.getLast().loss()).isLessThan(steps.getFirst().loss() - 0.4);
        assertThat(folder.resolve("broken/adapter/adapter_model.safetensors"))
                .hasSameBinaryContentAs(folder.resolve("whole/adapter/adapter_model.safetensors"));
    }

    @Test
    void noiseChangesWhatIsLearntAndNotWhatIsMeasured() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "cad_recode");
        setPoints(model.base());
        shards();
        String course = "max_steps: 1, per_device_batch_size: 4, learning_rate: 0.0, logging_steps: 1, eval_steps: 1,"
                + " max_seq_length: 700";
        String clean = "val_data: shards\n";

        // When
        List<TrainingEvent> plain = model.train(model.configuration("shards", course, clean), "plain", Long.MAX_VALUE);
        List<TrainingEvent> noisy = model.train(
                model.configuration("shards", course, clean + "noise_std: 0.3\nnoise_probability: 1\n"),
                "noisy",
                Long.MAX_VALUE);

        // Then
        assertThat(steps(noisy).getFirst().loss())
                .isNotEqualTo(steps(plain).getFirst().loss());
        assertThat(evaluated(noisy)).isEqualTo(evaluated(plain));
    }

    @Test
    void cadrilleLearnsFromFilesOfPoints() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "cadrille");
        setPoints(model.base());
        clouds();

        // When
        List<TrainingEvent> events = model.train(
                model.configuration("clouds.jsonl", QUICK + ", gradient_checkpointing: true", ""),
                "run",
                Long.MAX_VALUE);

        // Then
        List<TrainingEvent.Step> steps = steps(events);
        assertThat(steps.getLast().loss()).isLessThan(steps.getFirst().loss() - 0.5);
    }

    @Test
    void aCloudThatIsTooSmallIsNamed() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "cad_recode");
        clouds();

        // When // Then
        assertThatThrownBy(() -> model.train(model.configuration("clouds.jsonl", QUICK, ""), "run", Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_training_data"))
                .hasMessageContaining(".npy has a cloud of 30 points; the model reads 256");
    }

    @Test
    void picturesAreSeenWhereTheTextHasTheirMark() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "llava_siglip_qwen2");
        pictures(model.base());

        // When
        List<TrainingEvent> events = model.train(
                model.configuration("pictures.jsonl", QUICK, "image_folder: images\n"), "run", Long.MAX_VALUE);

        // Then
        List<TrainingEvent.Step> steps = steps(events);
        assertThat(steps.getLast().loss()).isLessThan(steps.getFirst().loss() - 0.5);
        assertThat(events)
                .filteredOn(TrainingEvent.Prepared.class::isInstance)
                .first()
                .satisfies(
                        e -> assertThat(((TrainingEvent.Prepared) e).tokens()).isGreaterThan(4 * 16));
    }

    @Test
    void aPictureThatIsNotThereOrNotInItsFolderIsNamedBeforeTheTraining() throws Exception {
        // Given
        TextModel model = new TextModel(folder, "llava_siglip_qwen2");
        pictures(model.base());
        String line = Files.readString(folder.resolve("pictures.jsonl"))
                .lines()
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("lost.jsonl"), line.replace("0.png", "lost.png"));
        Files.writeString(folder.resolve("outside.jsonl"), line.replace("0.png", "../images/../../0.png"));
        Files.writeString(folder.resolve("twice.jsonl"), line.replace("<image>", "<image><image>"));

        // When // Then
        for (String name : List.of("lost", "outside", "twice")) {
            List<TrainingEvent> events = new ArrayList<>();
            TrainingConfiguration configuration = model.configuration(name + ".jsonl", QUICK, "image_folder: images\n");
            assertThatThrownBy(() -> new Trainer(
                                    configuration,
                                    Precision.FP32,
                                    folder.resolve("run"),
                                    TrainingControl.NONE,
                                    events::add)
                            .run(Tiny.MANAGER))
                    .isInstanceOfSatisfying(
                            NeuralException.class, e -> assertThat(e.code()).isEqualTo("bad_training_data"));
            assertThat(events).isEmpty();
        }
    }

    private static void setPoints(Path base) throws IOException {
        JsonMapper mapper = JsonMapper.builder().build();
        Path file = base.resolve("config.json");
        ObjectNode config = (ObjectNode) mapper.readTree(file.toFile());
        Files.write(file, mapper.writeValueAsBytes(config.put("n_points", Tiny.POINTS)));
    }

    private void shards() throws IOException {
        ProceduralSource source = new ProceduralSource(4, 4, Tiny.POINTS);
        List<TrainingSample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            samples.add(source.sample(i, 0));
        }
        Path shards = Files.createDirectories(folder.resolve("shards"));
        Files.write(shards.resolve("0.safetensors"), TrainingShards.shard(samples));
    }

    private void clouds() throws IOException {
        ProceduralSource source = new ProceduralSource(4, 4, 30);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            Npy.write(
                    folder.resolve(i + ".npy"),
                    List.of(30, 3),
                    source.sample(i, 0).points());
            lines.append(String.format(Locale.ROOT, "{\"points\": \"%d.npy\", \"code\": \"box(%d)\"}%n", i, i));
        }
        Files.writeString(folder.resolve("clouds.jsonl"), lines);
    }

    private void pictures(Path base) throws IOException {
        Files.writeString(
                base.resolve("preprocessor_config.json"),
                "{\"image_processor_type\": \"SiglipImageProcessor\", \"size\": {\"height\": 32, \"width\": 32},"
                        + " \"do_resize\": true, \"resample\": 3, \"do_rescale\": true, \"rescale_factor\":"
                        + " 0.00392156862745098, \"do_normalize\": true, \"image_mean\": [0.5, 0.5, 0.5],"
                        + " \"image_std\": [0.5, 0.5, 0.5]}");
        Path images = Files.createDirectories(folder.resolve("images"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(4 * i, 4, 10, 20);
            graphics.dispose();
            ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
            lines.append(String.format(
                    Locale.ROOT,
                    "{\"image\": \"%d.png\", \"conversations\": [{\"from\": \"human\", \"value\": \"<image>\\nWhat?\"},"
                            + " {\"from\": \"gpt\", \"value\": \"box(%d)\"}]}%n",
                    i,
                    i));
        }
        Files.writeString(folder.resolve("pictures.jsonl"), lines);
    }

    private static List<TrainingEvent.Step> steps(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.Step.class::isInstance)
                .map(TrainingEvent.Step.class::cast)
                .toList();
    }

    private static double evaluated(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.Evaluated.class::isInstance)
                .mapToDouble(e -> ((TrainingEvent.Evaluated) e).loss())
                .findFirst()
                .orElseThrow();
    }
}
