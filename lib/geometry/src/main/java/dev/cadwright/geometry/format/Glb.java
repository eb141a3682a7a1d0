package dev.cadwright.geometry.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Binary glTF 2.0 files (ISO/IEC 12113): a node a body with its name and colour, and its edges as lines. The bodies'
 * lengths are millimetres with z upwards; the file's root node turns them to metres with y upwards.
 */
public final class Glb {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON_CHUNK = 0x4E4F534A;
    private static final int BINARY_CHUNK = 0x004E4942;
    private static final String TO_METRES = "[0.001,0,0,0,0,0,-0.001,0,0,0.001,0,0,0,0,0,1]";

    private Glb() {}

    /** The bytes of a file; bodies without triangles are left out, since the format allows none. */
    public static byte[] encode(List<Body> bodies) {
        List<Body> full = bodies.stream().filter(body -> !body.mesh().isEmpty()).toList();
        GlbBuffer buffer = new GlbBuffer();
        StringBuilder nodes = new StringBuilder();
        StringBuilder meshes = new StringBuilder();
        StringBuilder materials = new StringBuilder();
        StringBuilder children = new StringBuilder();
        for (int i = 0; i < full.size(); i++) {
            Body body = full.get(i);
            String comma = i == 0 ? "" : ",";
            String name = JsonText.quoted(body.label(i));
            children.append(comma).append(i + 1);
            nodes.append(",{\"name\":")
                    .append(name)
                    .append(",\"mesh\":")
                    .append(i)
                    .append('}');
            meshes.append(comma).append("{\"name\":").append(name);
            meshes.append(",\"primitives\":[")
                    .append(primitives(body, i, full.size(), buffer))
                    .append("]}");
            materials.append(comma).append(material(name, body.shown(i)));
        }
        materials.append(full.isEmpty() ? "" : ",").append(lineMaterial());
        String root = "{\"name\":\"shape\",\"matrix\":" + TO_METRES
                + (full.isEmpty() ? "}" : ",\"children\":[" + children + "]}");
        String json = "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Cadwright\"},\"scene\":0,"
                + "\"scenes\":[{\"nodes\":[0]}],\"nodes\":[" + root + nodes + "]"
                + (full.isEmpty() ? "" : ",\"meshes\":[" + meshes + "]," + buffer.json())
                + ",\"materials\":[" + materials + "]}";
        return file(json.getBytes(StandardCharsets.UTF_8), buffer.bytes());
    }

    private static String primitives(Body body, int index, int lineMaterial, GlbBuffer buffer) {
        int positions = buffer.positions(body.mesh().vertices());
        int triangles = buffer.indices(body.mesh().triangles());
        String faces = "{\"attributes\":{\"POSITION\":" + positions + "},\"indices\":" + triangles + ",\"material\":"
                + index + "}";
        int[] segments = segments(body.edges());
        if (segments.length == 0) {
            return faces;
        }
        int lines = buffer.indices(segments);
        return faces + ",{\"attributes\":{\"POSITION\":" + positions + "},\"indices\":" + lines
                + ",\"mode\":1,\"material\":" + lineMaterial + "}";
    }

    private static int[] segments(List<int[]> edges) {
        int count =
                edges.stream().mapToInt(edge -> Math.max(0, edge.length - 1)).sum();
        int[] segments = new int[2 * count];
        int at = 0;
        for (int[] edge : edges) {
            for (int i = 0; i + 1 < edge.length; i++) {
                segments[at++] = edge[i];
                segments[at++] = edge[i + 1];
            }
        }
        return segments;
    }

    private static String material(String name, Colour colour) {
        String transparent = colour.opacity() < 1 ? ",\"alphaMode\":\"BLEND\"" : "";
        return String.format(
                Locale.ROOT,
                "{\"name\":%s,\"doubleSided\":false%s,\"pbrMetallicRoughness\":"
                        + "{\"baseColorFactor\":[%.6f,%.6f,%.6f,%.6f],\"metallicFactor\":0.1,\"roughnessFactor\":0.6}}",
                name,
                transparent,
                Colour.linear(colour.red()),
                Colour.linear(colour.green()),
                Colour.linear(colour.blue()),
                colour.opacity());
    }

    private static String lineMaterial() {
        return "{\"name\":\"edges\",\"pbrMetallicRoughness\":"
                + "{\"baseColorFactor\":[0.02,0.02,0.02,1],\"metallicFactor\":0,\"roughnessFactor\":1}}";
    }

    /** Chunks are padded to four bytes: JSON with spaces, the others with zeros. */
    private static byte[] file(byte[] json, byte[] binary) {
        int jsonLength = (json.length + 3) / 4 * 4;
        int length = 12 + 8 + jsonLength + (binary.length == 0 ? 0 : 8 + binary.length);
        ByteBuffer file = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(MAGIC).putInt(2).putInt(length);
        file.putInt(jsonLength).putInt(JSON_CHUNK).put(json);
        while (file.position() < 20 + jsonLength) {
            file.put((byte) ' ');
        }
        if (binary.length > 0) {
            file.putInt(binary.length).putInt(BINARY_CHUNK).put(binary);
        }
        return file.array();
    }
}
