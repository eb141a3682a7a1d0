package dev.cadwright.hub.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.hub.HubException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;

/** How many numbers of which type a safetensors file holds, by its header alone. */
final class WeightCounts {
    /** The format's own limit. */
    private static final long LARGEST_HEADER = 100_000_000;

    private WeightCounts() {}

    /** @throws HubException {@code bad_answer} if the file is no safetensors */
    static Map<String, Long> of(Path file) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        JsonNode header = header(file);
        for (Map.Entry<String, JsonNode> tensor : header.properties()) {
            if (!tensor.getKey().equals("__metadata__")) {
                counts.merge(tensor.getValue().path("dtype").asText("?"), elements(tensor.getValue()), Math::addExact);
            }
        }
        return counts;
    }

    private static long elements(JsonNode tensor) {
        long count = 1;
        for (JsonNode extent : tensor.path("shape")) {
            count = Math.multiplyExact(count, extent.asLong());
        }
        return count;
    }

    private static JsonNode header(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long length = bytes(channel, 0, Long.BYTES).getLong();
            if (length < 2 || length > LARGEST_HEADER || length > channel.size() - Long.BYTES) {
                throw broken(file, null);
            }
            JsonNode header = new ObjectMapper()
                    .readTree(bytes(channel, Long.BYTES, (int) length).array());
            if (!header.isObject()) {
                throw broken(file, null);
            }
            return header;
        } catch (com.fasterxml.jackson.core.JsonProcessingException | ArithmeticException e) {
            throw broken(file, e);
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            continue;
        }
        return buffer.rewind();
    }

    private static HubException broken(Path file, Exception cause) {
        return new HubException(HubException.Code.BAD_ANSWER, file + " is no safetensors file.", cause);
    }
}
