package dev.cadwright.hub.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Models that are models as far as files go: a configuration, a card, and weights that a header describes. */
public final class SampleModels {
    private SampleModels() {}

    /**
     * A model with one file of weights.
     *
     * @param parameters of 4 bytes each
     */
    public static FakeRepository tiny(FakeRepository repository, int parameters) {
        return repository
                .file("config.json", "{\"model_type\": \"llama\", \"hidden_size\": 8, \"torch_dtype\": \"float32\"}")
                .file("README.md", "---\nlicense: apache-2.0\nbase_model: somebody/else\n---\n# A model\n")
                .file("tokenizer.json", "{\"version\": \"1.0\"}")
                .file(".gitattributes", "*.safetensors filter=lfs\n")
                .file("model.safetensors", weights(parameters, 1));
    }

    /** One tensor {@code weight} of random 32-bit numbers, as safetensors. */
    public static byte[] weights(int parameters, long seed) {
        byte[] header = "{\"weight\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}"
                .formatted(parameters, 4L * parameters)
                .getBytes(StandardCharsets.UTF_8);
        byte[] data = new byte[4 * parameters];
        new Random(seed).nextBytes(data);
        return ByteBuffer.allocate(Long.BYTES + header.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(data)
                .array();
    }
}
