package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import java.util.Arrays;

/** Reads the vertices and faces of an OBJ text, line by line. */
final class ObjText {
    private final TextScanner scanner;
    private double[] vertices = new double[192];
    private int[] triangles = new int[192];
    private int vertexLength;
    private int triangleLength;

    ObjText(byte[] file) {
        scanner = new TextScanner(file);
    }

    Mesh parse() throws FormatException {
        for (String word = scanner.next(); word != null; word = scanner.next()) {
            switch (word) {
                case "v" -> vertex();
                case "f" -> face();
                default -> {
                    // Normals, textures, groups, materials, comments: not part of the shape.
                }
            }
            scanner.skipLine();
        }
        return mesh();
    }

    private void vertex() throws FormatException {
        if (vertexLength == vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * vertexLength);
        }
        for (int axis = 0; axis < 3; axis++) {
            vertices[vertexLength++] = coordinate(scanner.nextInLine());
        }
    }

    private double coordinate(String word) throws FormatException {
        try {
            double value = Double.parseDouble(String.valueOf(word));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw syntax("a coordinate", word);
        }
        throw new FormatException("obj_not_finite", "line " + scanner.line() + ": the coordinate " + word);
    }

    private void face() throws FormatException {
        int first = index(scanner.nextInLine());
        int previous = index(scanner.nextInLine());
        String word = scanner.nextInLine();
        if (word == null) {
            throw syntax("a third corner", null);
        }
        for (; word != null; word = scanner.nextInLine()) {
            int next = index(word);
            triangle(first, previous, next);
            previous = next;
        }
    }

    private void triangle(int a, int b, int c) throws FormatException {
        if (triangleLength / 3 >= Obj.MAX_TRIANGLES) {
            throw new FormatException("obj_too_large", "more than " + Obj.MAX_TRIANGLES + " triangles");
        }
        if (triangleLength == triangles.length) {
            triangles = Arrays.copyOf(triangles, 2 * triangleLength);
        }
        triangles[triangleLength++] = a;
        triangles[triangleLength++] = b;
        triangles[triangleLength++] = c;
    }

    /** A corner is {@code v}, {@code v/vt}, {@code v//vn} or {@code v/vt/vn}; negative counts from the last vertex. */
    private int index(String word) throws FormatException {
        if (word == null) {
            throw syntax("a corner", null);
        }
        int slash = word.indexOf('/');
        int number;
        try {
            number = Integer.parseInt(slash < 0 ? word : word.substring(0, slash));
        } catch (NumberFormatException e) {
            throw syntax("a corner", word);
        }
        // A positive number may name a vertex further down, so its upper end is checked when all are known.
        int index = number < 0 ? vertexLength / 3 + number : number - 1;
        if (index < 0) {
            throw new FormatException("obj_index", "line " + scanner.line() + ": there is no vertex " + number);
        }
        return index;
    }

    private Mesh mesh() throws FormatException {
        for (int i = 0; i < triangleLength; i++) {
            if (triangles[i] >= vertexLength / 3) {
                throw new FormatException(
                        "obj_index", "a face names vertex " + (triangles[i] + 1L) + " of " + vertexLength / 3);
            }
        }
        return new Mesh(Arrays.copyOf(vertices, vertexLength), Arrays.copyOf(triangles, triangleLength));
    }

    private FormatException syntax(String expected, String word) {
        return new FormatException(
                "obj_syntax",
                "line " + scanner.line() + ": expected " + expected + ", found "
                        + (word == null ? "the end of the line" : word));
    }
}
