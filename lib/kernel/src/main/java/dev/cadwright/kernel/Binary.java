package dev.cadwright.kernel;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Rows of numbers as byte strings, little-endian. */
public final class Binary {
    private Binary() {}

    /** @throws IOException if the node is no byte string */
    public static double[] doubles(JsonNode node) throws IOException {
        ByteBuffer bytes = buffer(node);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    /** @throws IOException if the node is no byte string */
    public static int[] integers(JsonNode node) throws IOException {
        ByteBuffer bytes = buffer(node);
        int[] numbers = new int[bytes.remaining() / Integer.BYTES];
        bytes.asIntBuffer().get(numbers);
        return numbers;
    }

    /** @throws IOException if the node is no byte string */
    public static byte[] bytes(JsonNode node) throws IOException {
        byte[] bytes = node.binaryValue();
        if (bytes == null) {
            throw new IOException("bytes are missing");
        }
        return bytes;
    }

    public static byte[] bytes(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }

    public static byte[] bytes(int[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(numbers);
        return bytes.array();
    }

    private static ByteBuffer buffer(JsonNode node) throws IOException {
        return ByteBuffer.wrap(bytes(node)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
