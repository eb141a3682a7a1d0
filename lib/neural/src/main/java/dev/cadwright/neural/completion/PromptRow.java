package dev.cadwright.neural.completion;

import java.util.Arrays;
import java.util.Map;

/**
 * One prompt as the model reads it.
 *
 * @param ids without padding at its ends
 * @param mask 1 where a token counts, -1 where CAD-Recode has a point, 0 where nothing is
 * @param media by the names of transformers; those of {@code point_clouds} are of this row alone
 */
@SuppressWarnings("ArrayRecordComponent") // read only
record PromptRow(long[] ids, long[] mask, Map<String, MediaArray> media) {
    PromptRow {
        if (ids.length != mask.length) {
            throw new IllegalArgumentException("a mask of " + mask.length + " for " + ids.length + " tokens");
        }
        media = Map.copyOf(media);
    }

    static PromptRow of(long[] ids, Map<String, MediaArray> media) {
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        return new PromptRow(ids, mask, media);
    }

    int length() {
        return ids.length;
    }

    /** Which rows may be in one batch with this one: clouds in a batch have the same number of points. */
    long points() {
        MediaArray cloud = media.getOrDefault("point_cloud", media.get("point_clouds"));
        return cloud == null ? 0 : cloud.shape()[1];
    }

    /** A number that says what this row is, whatever stands beside it. */
    long fingerprint() {
        long hash = Arrays.hashCode(ids);
        for (String name : media.keySet().stream().sorted().toList()) {
            long own =
                    switch (media.get(name)) {
                        case MediaArray.Numbers numbers -> Arrays.hashCode(numbers.values());
                        case MediaArray.Integers integers -> Arrays.hashCode(integers.values());
                    };
            hash = 31 * hash + own;
        }
        return hash;
    }
}
