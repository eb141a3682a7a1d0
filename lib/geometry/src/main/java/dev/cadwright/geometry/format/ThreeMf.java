package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * 3MF files (3MF Core Specification 1.3): lengths in millimetres, one object a body, with its name and colour. The same
 * bodies give the same bytes.
 */
public final class ThreeMf {
    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String TYPES = HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"model\" ContentType=\"application/vnd.ms-package.3dmanufacturing-3dmodel+xml\"/>"
            + "</Types>\n";
    private static final String RELATIONS = HEAD
            + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Target=\"/3D/3dmodel.model\" Id=\"rel0\""
            + " Type=\"http://schemas.microsoft.com/3dmanufacturing/2013/01/3dmodel\"/></Relationships>\n";

    private ThreeMf() {}

    /** The bytes of a file; bodies without triangles are left out, since the format allows none. */
    public static byte[] encode(List<Body> bodies) {
        List<Body> full = bodies.stream().filter(body -> !body.mesh().isEmpty()).toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "[Content_Types].xml", TYPES);
            put(zip, "_rels/.rels", RELATIONS);
            put(zip, "3D/3dmodel.model", model(full));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String model(List<Body> bodies) {
        StringBuilder text = new StringBuilder(HEAD)
                .append("<model unit=\"millimeter\" xml:lang=\"en-US\"")
                .append(" xmlns=\"http://schemas.microsoft.com/3dmanufacturing/core/2015/02\">\n<resources>\n")
                .append("<basematerials id=\"1\">\n");
        for (int i = 0; i < bodies.size(); i++) {
            String name = escaped(bodies.get(i).label(i));
            String colour = bodies.get(i).shown(i).hex();
            text.append("<base name=\"").append(name).append("\" displaycolor=\"");
            text.append(colour).append("\"/>\n");
        }
        text.append("</basematerials>\n");
        for (int i = 0; i < bodies.size(); i++) {
            object(text, bodies.get(i), i);
        }
        text.append("</resources>\n<build>\n");
        for (int i = 0; i < bodies.size(); i++) {
            text.append("<item objectid=\"").append(i + 2).append("\"/>\n");
        }
        return text.append("</build>\n</model>\n").toString();
    }

    private static void object(StringBuilder text, Body body, int index) {
        Mesh mesh = body.mesh();
        text.append("<object id=\"").append(index + 2).append("\" type=\"model\" name=\"");
        text.append(escaped(body.label(index))).append("\" pid=\"1\" pindex=\"").append(index);
        text.append("\"><mesh>\n<vertices>\n");
        double[] vertices = mesh.vertices();
        for (int i = 0; i < vertices.length; i += 3) {
            text.append("<vertex x=\"").append(vertices[i]).append("\" y=\"").append(vertices[i + 1]);
            text.append("\" z=\"").append(vertices[i + 2]).append("\"/>\n");
        }
        text.append("</vertices>\n<triangles>\n");
        for (int t = 0; t < mesh.triangleCount(); t++) {
            text.append("<triangle v1=\"").append(mesh.corner(t, 0)).append("\" v2=\"");
            text.append(mesh.corner(t, 1))
                    .append("\" v3=\"")
                    .append(mesh.corner(t, 2))
                    .append("\"/>\n");
        }
        text.append("</triangles>\n</mesh></object>\n");
    }

    /** Characters that XML 1.0 has no place for become spaces. */
    private static String escaped(String name) {
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(isCharacter(point) ? point : ' ');
            }
        });
        return text.toString();
    }

    private static boolean isCharacter(int point) {
        return point >= 0x20 && !(point >= 0xD800 && point <= 0xDFFF) && point != 0xFFFE && point != 0xFFFF;
    }
}
