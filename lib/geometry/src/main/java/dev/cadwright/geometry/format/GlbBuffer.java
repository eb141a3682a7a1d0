package dev.cadwright.geometry.format;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The binary chunk of a glTF file, and the views and accessors that describe it. All entries take four bytes. */
final class GlbBuffer {
    private static final int FLOAT = 5126;
    private static final int UNSIGNED_INT = 5125;
    private static final int VERTICES = 34962;
    private static final int INDICES = 34963;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringBuilder views = new StringBuilder();
    private final StringBuilder accessors = new StringBuilder();
    private int count;

    /** Appends x y z triples in single precision and returns their accessor. */
    int positions(double[] vertices) {
        float[] low = {Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY, Float.POSITIVE_INFINITY};
        float[] high = {Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY};
        ByteBuffer data = littleEndian(vertices.length);
        for (int i = 0; i < vertices.length; i++) {
            float value = (float) vertices[i];
            low[i % 3] = Math.min(low[i % 3], value);
            high[i % 3] = Math.max(high[i % 3], value);
            data.putFloat(value);
        }
        String range = ",\"min\":" + list(low) + ",\"max\":" + list(high);
        return add(data.array(), VERTICES, FLOAT, vertices.length / 3, "VEC3", range);
    }

    int indices(int[] indices) {
        ByteBuffer data = littleEndian(indices.length);
        for (int index : indices) {
            data.putInt(index);
        }
        return add(data.array(), INDICES, UNSIGNED_INT, indices.length, "SCALAR", "");
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** The members {@code buffers}, {@code bufferViews} and {@code accessors}. */
    String json() {
        return "\"buffers\":[{\"byteLength\":" + bytes.size() + "}],\"bufferViews\":[" + views + "],\"accessors\":["
                + accessors + "]";
    }

    private int add(byte[] data, int target, int type, int entries, String shape, String range) {
        String comma = count == 0 ? "" : ",";
        views.append(comma).append("{\"buffer\":0,\"byteOffset\":").append(bytes.size());
        views.append(",\"byteLength\":").append(data.length).append(",\"target\":");
        views.append(target).append('}');
        accessors.append(comma).append("{\"bufferView\":").append(count).append(",\"componentType\":");
        accessors.append(type).append(",\"count\":").append(entries).append(",\"type\":\"");
        accessors.append(shape).append('"').append(range).append('}');
        bytes.writeBytes(data);
        return count++;
    }

    private static ByteBuffer littleEndian(int entries) {
        return ByteBuffer.allocate(4 * entries).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String list(float[] numbers) {
        return "[" + numbers[0] + "," + numbers[1] + "," + numbers[2] + "]";
    }
}
