package dev.cadwright.neural.completion;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.EncoderDecoderModel;
import dev.cadwright.neural.model.Model;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Makes one input of several rows: padded on the left, or on the right for an encoder. */
final class RowBatch {
    private static final String CLOUDS = "point_clouds";

    private RowBatch() {}

    static CausalInput of(Model model, NDManager owner, List<PromptRow> rows) {
        boolean right = model instanceof EncoderDecoderModel;
        int time = rows.stream().mapToInt(PromptRow::length).max().orElseThrow();
        long[] ids = new long[rows.size() * time];
        long[] mask = new long[ids.length];
        boolean padded = false;
        for (int i = 0; i < rows.size(); i++) {
            PromptRow row = rows.get(i);
            int start = right ? i * time : (i + 1) * time - row.length();
            System.arraycopy(row.ids(), 0, ids, start, row.length());
            System.arraycopy(row.mask(), 0, mask, start, row.length());
        }
        for (long value : mask) {
            padded |= value != 1;
        }
        Shape shape = new Shape(rows.size(), time);
        CausalInput input = CausalInput.of(owner.create(ids, shape)).withMedia(Map.of());
        Map<String, ai.djl.ndarray.NDArray> media = new LinkedHashMap<>();
        media(rows).forEach((name, array) -> media.put(name, array.tensor(owner)));
        input = input.withMedia(media);
        return padded ? input.withMask(owner.create(mask, shape)) : input;
    }

    private static Map<String, MediaArray> media(List<PromptRow> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.addAll(row.media().keySet()));
        Map<String, MediaArray> media = new LinkedHashMap<>();
        for (String name : names) {
            if (name.equals(CLOUDS)) {
                media.put(name, clouds(rows));
                media.put("is_pc", hasCloud(rows));
            } else {
                media.put(
                        name,
                        MediaArray.join(rows.stream()
                                .filter(row -> row.media().containsKey(name))
                                .map(row -> row.media().get(name))
                                .toList()));
            }
        }
        return media;
    }

    /** One cloud a row; nothing in those that have none. */
    private static MediaArray clouds(List<PromptRow> rows) {
        long[] shape = rows.stream()
                .filter(row -> row.media().containsKey(CLOUDS))
                .findFirst()
                .orElseThrow()
                .media()
                .get(CLOUDS)
                .shape();
        int size = Math.toIntExact(shape[1] * shape[2]);
        List<MediaArray> all = new ArrayList<>();
        for (PromptRow row : rows) {
            all.add(row.media().getOrDefault(CLOUDS, new MediaArray.Numbers(shape, new float[size])));
        }
        return MediaArray.join(all);
    }

    private static MediaArray hasCloud(List<PromptRow> rows) {
        long[] flags = rows.stream()
                .mapToLong(row -> row.media().containsKey(CLOUDS) ? 1 : 0)
                .toArray();
        return new MediaArray.Integers(new long[] {flags.length}, Arrays.copyOf(flags, flags.length));
    }
}
