package dev.cadwright.dataset.export;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.access.Dataset;
import dev.cadwright.dataset.conversation.Conversations;
import dev.cadwright.dataset.manifest.ViewsManifest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a dataset as the folder that TinyLLaVA fine-tuning on DeepCAD reads: {@code cad_json/0000/<id>.json},
 * {@code images/<id>_<view>.png}, {@code train.json}, {@code val.json}, {@code train_val_split.json},
 * {@code dataset_info.json}, {@code rendering_metadata.json}, {@code tinyllava_metadata.json}. Only samples with a
 * program are in it; the test split stays outside, as in the original.
 */
public final class TinyLlavaExport {
    private static final int FOLDER_SIZE = 10_000;
    private static final Pattern NUMBER_AT_END = Pattern.compile("([0-9]{1,9})$");

    private final Dataset dataset;
    private final ArtifactStore store;
    private final String name;
    private final Optional<ViewsManifest> views;

    public TinyLlavaExport(Dataset dataset, ArtifactStore store, String name, Optional<ViewsManifest> views) {
        this.dataset = dataset;
        this.store = store;
        this.name = name;
        this.views = views;
    }

    /**
     * @param train conversations of the training split, see
     *     {@link dev.cadwright.dataset.conversation.ConversationSet}
     * @param validation likewise
     */
    public void write(ExportFolder folder, Conversed train, Conversed validation) throws IOException {
        List<String> trainIds = constructions(folder, Split.TRAIN);
        List<String> validationIds = constructions(folder, Split.VALIDATION);
        List<String> all = new ArrayList<>(trainIds);
        all.addAll(validationIds);
        int rendered = images(folder, all);
        train.copyTo(folder, "train.json", store);
        validation.copyTo(folder, "val.json", store);
        json(folder, "train_val_split.json", splitFile(trainIds, validationIds));
        json(folder, "dataset_info.json", datasetInfo(trainIds.size(), validationIds.size()));
        json(folder, "rendering_metadata.json", renderingMetadata(all.size(), rendered));
        json(folder, "tinyllava_metadata.json", conversationMetadata(train, validation));
    }

    private List<String> constructions(ExportFolder folder, Split split) {
        List<String> ids = new ArrayList<>();
        dataset.each(split, Integer.MAX_VALUE, sample -> construction(sample).ifPresent(json -> {
            String place = place(sample.id());
            try {
                folder.add("cad_json/" + place + ".json", json);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            ids.add(place);
        }));
        return ids;
    }

    /** Sample 00675619 stands in the folder 0067, as in DeepCAD; others go by the number that ends their name. */
    static String place(String id) {
        Matcher number = NUMBER_AT_END.matcher(id);
        int folder = number.find() ? Integer.parseInt(number.group(1)) / FOLDER_SIZE : 0;
        return "%04d/%s".formatted(folder, id);
    }

    /** The DeepCAD JSON that came with a sample, else its program printed so. */
    private static Optional<byte[]> construction(Sample sample) {
        return sample.file(SampleFile.DEEPCAD).or(() -> sample.text(SampleFile.PROGRAM)
                .flatMap(program -> {
                    Parse<Construction> parse = Programs.parse(Language.SKETCH, program);
                    return parse.then(construction -> Programs.print(Language.DEEPCAD, construction))
                            .toOptional();
                })
                .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    private int images(ExportFolder folder, List<String> places) throws IOException {
        if (views.isEmpty()) {
            return 0;
        }
        Set<String> ids = places.stream()
                .map(place -> place.substring(place.indexOf('/') + 1))
                .collect(Collectors.toSet());
        return new ExportedImages(views.get(), store, ids).copyTo(folder);
    }

    private static Map<String, Object> splitFile(List<String> train, List<String> validation) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("train", train);
        file.put("validation", validation);
        file.put("test", List.of());
        return file;
    }

    private Map<String, Object> datasetInfo(int train, int validation) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("name", name);
        file.put("source", "DeepCAD");
        file.put("train_samples", train);
        file.put("val_samples", validation);
        file.put("total_samples", train + validation);
        file.put("format", "DeepCAD JSON");
        file.put("status", "ready");
        file.put("next_step", "Fine-tune: POST /training/finetune/start");
        return file;
    }

    private Map<String, Object> renderingMetadata(int models, int rendered) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("total_models", models);
        file.put("successful", rendered);
        file.put("failed", models - rendered);
        file.put("views", views.map(ViewsManifest::views).orElse(List.of()));
        file.put("resolution", views.map(ViewsManifest::size).orElse(0));
        file.put("output_dir", "images");
        return file;
    }

    private Map<String, Object> conversationMetadata(Conversed train, Conversed validation) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("dataset_name", name);
        file.put("format", "TinyLLaVA conversation format");
        file.put("train_samples", train.count());
        file.put("val_samples", validation.count());
        file.put("total_conversations", train.count() + validation.count());
        file.put("views_per_model", views.map(found -> found.views().size()).orElse(0));
        file.put("conversation_templates", Conversations.PROMPTS.size());
        file.put("files", Map.of("train", "train.json", "val", "val.json", "images", "images"));
        return file;
    }

    private static void json(ExportFolder folder, String path, Map<String, Object> content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DatasetJson.mapper().writerWithDefaultPrettyPrinter().writeValue(bytes, content);
        folder.add(path, bytes.toByteArray());
    }
}
