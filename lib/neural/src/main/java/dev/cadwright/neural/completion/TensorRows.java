package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.checkpoint.Configuration;
import dev.cadwright.neural.model.CausalModel;
import dev.cadwright.neural.model.ImageTokens;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import dev.cadwright.neural.safetensors.TensorEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a safetensors file by transformers' names. {@code prompt_ids} go before {@code input_ids}; points without
 * {@code prompt_ids} are CAD-Recode's own prompt, the points and a token that begins. Pictures and clouds belong to rows
 * in the order of their tokens.
 */
final class TensorRows {
    private final Model model;
    private final ModelKind kind;
    private final SafetensorsFile file;
    /** How many of the things of each kind the rows before have taken. */
    private final Map<String, Integer> taken = new LinkedHashMap<>();

    private TensorRows(Model model, SafetensorsFile file) {
        this.model = model;
        this.kind = ModelKind.of(model);
        this.file = file;
    }

    /** @throws NeuralException {@code bad_input} if the file holds no prompts of this model */
    static List<PromptRow> read(Model model, Path path) {
        if (!Files.isRegularFile(path)) {
            throw new NeuralException("bad_input", path + " is no file");
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            return new TensorRows(model, file).rows();
        } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException e) {
            throw new NeuralException("bad_input", path + ": its tensors do not fit together: " + e.getMessage(), e);
        }
    }

    private List<PromptRow> rows() {
        if (kind == ModelKind.CLOUD && has("point_cloud") && !has("prompt_ids")) {
            return clouds();
        }
        String name = has("prompt_ids") ? "prompt_ids" : "input_ids";
        long[] shape = shape(name, 2);
        int time = Math.toIntExact(shape[1]);
        long[] ids = file.integers(name);
        Optional<long[]> mask = mask(name, shape);
        List<PromptRow> rows = new ArrayList<>();
        for (int row = 0; row < shape[0]; row++) {
            int from = row * time;
            long[] own = Arrays.copyOfRange(ids, from, from + time);
            long[] visible =
                    mask.map(m -> Arrays.copyOfRange(m, from, from + time)).orElseGet(() -> ones(time));
            rows.add(trimmed(own, visible, media(own, visible, row)));
        }
        return rows;
    }

    /** That of the prompt, or one of the same form. */
    private Optional<long[]> mask(String ids, long[] shape) {
        String own = ids.equals("prompt_ids") ? "prompt_attention_mask" : "attention_mask";
        return Optional.of(has(own) ? own : "attention_mask")
                .filter(this::has)
                .filter(name -> Arrays.equals(file.entry(name).shape(), shape))
                .map(file::integers);
    }

    private static PromptRow trimmed(long[] ids, long[] mask, Map<String, MediaArray> media) {
        int from = 0;
        int end = ids.length;
        while (from < end && mask[from] == 0) {
            from++;
        }
        while (end > from && mask[end - 1] == 0) {
            end--;
        }
        if (from == end) {
            throw new NeuralException("bad_input", "a row of prompts holds no token");
        }
        return new PromptRow(Arrays.copyOfRange(ids, from, end), Arrays.copyOfRange(mask, from, end), media);
    }

    private static long[] ones(int count) {
        long[] ones = new long[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    private List<PromptRow> clouds() {
        long[] shape = shape("point_cloud", 3);
        MediaArray all = array("point_cloud");
        List<PromptRow> rows = new ArrayList<>();
        for (int row = 0; row < shape[0]; row++) {
            rows.add(CloudPrompt.row(
                    model.configuration(), all.slice(row, 1), CloudPrompt.begin(model.configuration())));
        }
        return rows;
    }

    private Map<String, MediaArray> media(long[] ids, long[] mask, int row) {
        Map<String, MediaArray> media = new LinkedHashMap<>();
        switch (kind) {
            case TEXT -> {}
            case CLOUD -> {
                if (has("point_cloud")) {
                    long places = Arrays.stream(mask).filter(m -> m == -1).count();
                    long points = shape("point_cloud", 3)[1];
                    take(media, "point_cloud", Math.toIntExact(places / points));
                }
            }
            case PICTURES -> {
                ImageTokens tokens = ((CausalModel) model).imageTokens().orElseThrow();
                int places = Math.toIntExact(
                        Arrays.stream(ids).filter(id -> id == tokens.token()).count());
                if (has("pixel_values")) {
                    take(media, "pixel_values", places / tokens.perImage());
                }
            }
            case PATCHES -> patches(media, ids);
            case CLOUD_OR_PATCHES -> {
                patches(media, ids);
                if (has("point_clouds") && hasCloud(row)) {
                    media.put("point_clouds", array("point_clouds").slice(row, 1));
                }
            }
        }
        return media;
    }

    private boolean hasCloud(int row) {
        return !has("is_pc") || file.integers("is_pc")[row] != 0;
    }

    private void patches(Map<String, MediaArray> media, long[] ids) {
        Configuration configuration = model.configuration();
        patches(media, ids, "pixel_values", "image_grid_thw", configuration.tokens("image_token_id"));
        patches(media, ids, "pixel_values_videos", "video_grid_thw", configuration.tokens("video_token_id"));
    }

    private void patches(Map<String, MediaArray> media, long[] ids, String pixels, String grids, List<Long> token) {
        if (!has(pixels) || !has(grids)) {
            return;
        }
        int merge = model.configuration().section("vision_config").size("spatial_merge_size", 2);
        long places = Arrays.stream(ids).filter(token::contains).count();
        long[] sizes = file.integers(grids);
        int first = taken.getOrDefault(grids, 0);
        int count = 0;
        long patches = 0;
        while (places > patches / ((long) merge * merge) && 3 * (first + count) < sizes.length) {
            int at = 3 * (first + count++);
            patches += sizes[at] * sizes[at + 1] * sizes[at + 2];
        }
        if (count > 0) {
            take(media, grids, count);
            take(media, pixels, Math.toIntExact(patches));
        }
    }

    /** The next so many things of a tensor. */
    private void take(Map<String, MediaArray> media, String name, int count) {
        if (count > 0) {
            int first = taken.getOrDefault(name, 0);
            if (first + count > file.entry(name).shape()[0]) {
                throw new NeuralException("bad_input", name + " holds less than the rows have places for");
            }
            media.put(name, array(name).slice(first, count));
            taken.put(name, first + count);
        }
    }

    private boolean has(String name) {
        return file.names().contains(name);
    }

    private long[] shape(String name, int dimensions) {
        if (!has(name)) {
            throw new NeuralException("bad_input", "the inputs hold neither prompt_ids nor input_ids");
        }
        long[] shape = file.entry(name).shape();
        if (shape.length != dimensions || Arrays.stream(shape).anyMatch(size -> size < 1)) {
            throw new NeuralException(
                    "bad_input", name + " should have " + dimensions + " dimensions, not " + Arrays.toString(shape));
        }
        return shape;
    }

    private MediaArray array(String name) {
        TensorEntry entry = file.entry(name);
        return switch (entry.type()) {
            case F16, BF16, F32, F64 -> new MediaArray.Numbers(entry.shape(), file.floats(name));
            case BOOL, U8, I8, I16, U16, I32, U32, I64, U64 ->
                new MediaArray.Integers(entry.shape(), file.integers(name));
        };
    }
}
