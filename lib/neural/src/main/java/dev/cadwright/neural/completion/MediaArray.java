package dev.cadwright.neural.completion;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;

/** Numbers that a model reads beside its tokens, before they are a tensor. The first dimension counts things. */
@SuppressWarnings("ArrayRecordComponent") // read only
sealed interface MediaArray {
    long[] shape();

    NDArray tensor(NDManager owner);

    /** So many things from the first one on. */
    MediaArray slice(int first, int count);

    record Numbers(long[] shape, float[] values) implements MediaArray {
        @Override
        public NDArray tensor(NDManager owner) {
            return owner.create(values, new Shape(shape));
        }

        @Override
        public MediaArray slice(int first, int count) {
            int each = values.length / (int) shape[0];
            return new Numbers(
                    counting(shape, count), Arrays.copyOfRange(values, first * each, (first + count) * each));
        }
    }

    record Integers(long[] shape, long[] values) implements MediaArray {
        @Override
        public NDArray tensor(NDManager owner) {
            return owner.create(values, new Shape(shape));
        }

        @Override
        public MediaArray slice(int first, int count) {
            int each = values.length / (int) shape[0];
            return new Integers(
                    counting(shape, count), Arrays.copyOfRange(values, first * each, (first + count) * each));
        }
    }

    /** Things one behind another, all of one form. */
    static MediaArray join(List<MediaArray> parts) {
        long count = parts.stream().mapToLong(part -> part.shape()[0]).sum();
        long[] shape = counting(parts.getFirst().shape(), count);
        return switch (parts.getFirst()) {
            case Numbers _ -> new Numbers(shape, numbers(parts));
            case Integers _ -> new Integers(shape, integers(parts));
        };
    }

    private static long[] counting(long[] shape, long count) {
        long[] changed = shape.clone();
        changed[0] = count;
        return changed;
    }

    private static float[] numbers(List<MediaArray> parts) {
        float[] all = new float
                [parts.stream().mapToInt(part -> ((Numbers) part).values.length).sum()];
        int at = 0;
        for (MediaArray part : parts) {
            float[] values = ((Numbers) part).values;
            System.arraycopy(values, 0, all, at, values.length);
            at += values.length;
        }
        return all;
    }

    private static long[] integers(List<MediaArray> parts) {
        return parts.stream()
                .flatMapToLong(part -> Arrays.stream(((Integers) part).values))
                .toArray();
    }
}
