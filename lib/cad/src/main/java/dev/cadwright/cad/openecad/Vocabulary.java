package dev.cadwright.cad.openecad;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The functions of the language with their parameters; those behind the first optional ones may be left out. */
final class Vocabulary {
    record Function(String name, List<String> required, List<String> optional) {}

    static final Map<String, Function> FUNCTIONS = index(
            new Function("add_line", List.of("start", "end"), List.of()),
            new Function("add_arc", List.of("start", "end", "mid"), List.of()),
            new Function("add_circle", List.of("center", "radius"), List.of()),
            new Function("add_loop", List.of("curves"), List.of()),
            new Function("add_profile", List.of("loops"), List.of()),
            new Function("add_sketchplane", List.of("origin", "normal", "x_axis"), List.of()),
            new Function(
                    "add_sketchplane_ref", List.of("extrude", "origin", "type"), List.of("line", "reverse", "angle")),
            new Function("add_sketch", List.of("sketch_plane", "profile"), List.of("sketch_position", "sketch_size")),
            new Function("add_extrude", List.of("sketch", "operation", "type", "extent_one", "extent_two"), List.of()));

    private Vocabulary() {}

    private static Map<String, Function> index(Function... functions) {
        Map<String, Function> byName = new LinkedHashMap<>();
        for (Function function : functions) {
            byName.put(function.name(), function);
        }
        return byName;
    }
}
