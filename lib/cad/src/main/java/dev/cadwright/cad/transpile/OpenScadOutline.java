package dev.cadwright.cad.transpile;

import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.outline.Outline;
import dev.cadwright.geometry.Vector2;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes profiles as polygons with holes. */
record OpenScadOutline(StringBuilder text) {
    void print(List<Profile> profiles, UnaryOperator<Vector2> map) {
        text.append(profiles.size() == 1 ? "" : "  union() {\n");
        for (Profile profile : profiles) {
            List<Loop> loops = new ArrayList<>(List.of(profile.outer()));
            loops.addAll(profile.holes());
            polygon(loops, map);
        }
        text.append(profiles.size() == 1 ? "" : "  }\n");
    }

    private void polygon(List<Loop> loops, UnaryOperator<Vector2> map) {
        StringBuilder points = new StringBuilder();
        StringBuilder paths = new StringBuilder();
        int count = 0;
        for (Loop loop : loops) {
            Outline outline = Outline.of(loop, OpenScadPrinter.SEGMENTS);
            paths.append(paths.isEmpty() ? "[" : ", [");
            for (int corner = 0; corner < outline.size(); corner++) {
                Vector2 point = map.apply(outline.corner(corner));
                points.append(count == 0 ? "" : ", ").append('[').append(Words.number(point.x()));
                points.append(", ").append(Words.number(point.y())).append(']');
                paths.append(corner == 0 ? "" : ", ").append(count++);
            }
            paths.append(']');
        }
        text.append("  polygon(points = [")
                .append(points)
                .append("], paths = [")
                .append(paths);
        text.append("], convexity = 10);\n");
    }
}
