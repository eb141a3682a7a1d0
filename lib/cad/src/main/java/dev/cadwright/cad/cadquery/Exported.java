package dev.cadwright.cad.cadquery;

import java.util.Objects;

/**
 * A file that a program asked for. Nothing is written: programs have no files.
 *
 * @param name as the program gave it
 * @param format upper case, as {@code exporters.export} names it; empty when the program left it to the name
 */
public record Exported(String name, String format) {
    public Exported {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(format, "format");
    }
}
