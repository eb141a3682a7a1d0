package dev.cadwright.kernel.openscad;

import java.util.Map;
import java.util.Objects;

/**
 * An OpenSCAD program and all that it may read.
 *
 * @param name the program's path among the files, such as {@code box.scad} or {@code parts/box.scad}; relative names in
 *     it are looked up beside it, then at the top
 * @param text the program
 * @param files what {@code include}, {@code use}, {@code import} and {@code surface} find, by path: relative, with
 *     {@code /} between the parts and without {@code .} or {@code ..}. The arrays are not copied
 */
public record ScadSource(String name, String text, Map<String, byte[]> files) {
    public ScadSource {
        Objects.requireNonNull(text, "text");
        files = Map.copyOf(files);
        requirePath(name);
        files.keySet().forEach(ScadSource::requirePath);
        if (files.containsKey(name)) {
            throw new IllegalArgumentException("the program is among its own files: " + name);
        }
    }

    /** A program that reads no file. */
    public static ScadSource of(String text) {
        return new ScadSource("program.scad", text, Map.of());
    }

    private static void requirePath(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("not a path among given files: " + path);
            }
        }
    }
}
