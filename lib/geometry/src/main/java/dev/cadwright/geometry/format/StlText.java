package dev.cadwright.geometry.format;

import dev.cadwright.geometry.Mesh;
import java.util.Arrays;

/**
 * The text form of STL. Only the three vertices between {@code outer loop} and {@code endloop} matter; names after
 * {@code solid} may hold any words.
 */
final class StlText {
    private final TextScanner scanner;
    private final int maxTriangles;
    private double[] corners = new double[9 * 64];
    private int length;

    private StlText(byte[] file, int maxTriangles) {
        this.scanner = new TextScanner(file);
        this.maxTriangles = maxTriangles;
    }

    static Mesh parse(byte[] file, int maxTriangles) throws FormatException {
        StlText text = new StlText(file, maxTriangles);
        text.solids();
        return Stl.soup(Arrays.copyOf(text.corners, text.length));
    }

    private void solids() throws FormatException {
        boolean open = false;
        for (String word = scanner.next(); word != null; word = scanner.next()) {
            switch (word) {
                case "solid" -> {
                    scanner.skipLine();
                    open = true;
                }
                case "facet" -> facet();
                case "endsolid" -> {
                    scanner.skipLine();
                    open = false;
                }
                default -> throw unexpected("facet or endsolid", word);
            }
        }
        if (open) {
            throw new FormatException("stl_truncated", "the text ends before endsolid");
        }
    }

    private void facet() throws FormatException {
        if (length / 9 >= maxTriangles) {
            throw new FormatException("stl_too_large", "more than " + maxTriangles + " triangles");
        }
        if (length == corners.length) {
            corners = Arrays.copyOf(corners, 2 * length);
        }
        expect("normal");
        for (int axis = 0; axis < 3; axis++) {
            scanner.next();
        }
        expect("outer");
        expect("loop");
        for (int corner = 0; corner < 3; corner++) {
            expect("vertex");
            for (int axis = 0; axis < 3; axis++) {
                corners[length++] = number();
            }
        }
        expect("endloop");
        expect("endfacet");
    }

    private double number() throws FormatException {
        String word = scanner.next();
        try {
            return Stl.finite(Double.parseDouble(String.valueOf(word)), length / 9);
        } catch (NumberFormatException e) {
            throw unexpected("a number", word);
        }
    }

    private void expect(String expected) throws FormatException {
        String word = scanner.next();
        if (!expected.equals(word)) {
            throw unexpected(expected, word);
        }
    }

    private FormatException unexpected(String expected, String word) {
        return word == null
                ? new FormatException("stl_truncated", "the text ends where " + expected + " should stand")
                : new FormatException(
                        "stl_syntax", "line " + scanner.line() + ": expected " + expected + ", found " + word);
    }
}
