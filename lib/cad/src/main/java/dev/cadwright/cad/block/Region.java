package dev.cadwright.cad.block;

import dev.cadwright.cad.block.OutlineEdge.Arc;
import java.util.Arrays;
import java.util.List;

/**
 * The area that loops fill by the even-odd rule, laid out for fast questions. An arc counts as its chord plus the
 * circular segment between chord and arc: the parity of both together is that of the arc, and needs no trigonometry.
 */
final class Region {
    private static final int CHORD = 4;
    private static final int ARC = 7;

    /** x0 y0 x1 y1 of every edge's chord. */
    private final double[] chords;
    /** How many of the chords, at the front, are edges themselves. */
    private final int straight;
    /** Centre x, y, squared radius, chord start x, y, chord direction x, y with the arc to its left. */
    private final double[] arcs;

    private final double[] extent;

    private Region(double[] chords, int straight, double[] arcs, double[] extent) {
        this.chords = chords;
        this.straight = straight;
        this.arcs = arcs;
        this.extent = extent;
    }

    static Region of(List<Outline> outlines) {
        List<OutlineEdge> edges =
                outlines.stream().flatMap(outline -> outline.edges().stream()).toList();
        List<OutlineEdge> lines =
                edges.stream().filter(edge -> !(edge instanceof Arc)).toList();
        List<Arc> arcs = edges.stream()
                .filter(Arc.class::isInstance)
                .map(Arc.class::cast)
                .toList();
        double[] chords = new double[CHORD * edges.size()];
        int next = 0;
        for (OutlineEdge line : lines) {
            next = putChord(chords, next, line);
        }
        double[] packed = new double[ARC * arcs.size()];
        for (int i = 0; i < arcs.size(); i++) {
            putArc(packed, ARC * i, arcs.get(i));
            if (!arcs.get(i).full()) {
                next = putChord(chords, next, arcs.get(i));
            }
        }
        return new Region(Arrays.copyOf(chords, next), CHORD * lines.size(), packed, extentOf(outlines));
    }

    private static int putChord(double[] chords, int at, OutlineEdge edge) {
        chords[at] = edge.start().x();
        chords[at + 1] = edge.start().y();
        chords[at + 2] = edge.end().x();
        chords[at + 3] = edge.end().y();
        return at + CHORD;
    }

    private static void putArc(double[] packed, int at, Arc arc) {
        // A counter-clockwise arc runs to the right of its chord.
        double side = arc.full() ? 0 : arc.sweep() > 0 ? -1 : 1;
        packed[at] = arc.centre().x();
        packed[at + 1] = arc.centre().y();
        packed[at + 2] = arc.radius() * arc.radius();
        packed[at + 3] = arc.start().x();
        packed[at + 4] = arc.start().y();
        packed[at + 5] = side * (arc.end().x() - arc.start().x());
        packed[at + 6] = side * (arc.end().y() - arc.start().y());
    }

    private static double[] extentOf(List<Outline> outlines) {
        double[] all = outlines.getFirst().extent();
        for (Outline outline : outlines) {
            double[] extent = outline.extent();
            all[0] = Math.min(all[0], extent[0]);
            all[1] = Math.min(all[1], extent[1]);
            all[2] = Math.max(all[2], extent[2]);
            all[3] = Math.max(all[3], extent[3]);
        }
        return all;
    }

    /** The same region with x and y exchanged. */
    Region transposed() {
        double[] turnedChords = new double[chords.length];
        for (int i = 0; i < chords.length; i += 2) {
            turnedChords[i] = chords[i + 1];
            turnedChords[i + 1] = chords[i];
        }
        double[] turnedArcs = new double[arcs.length];
        for (int i = 0; i < arcs.length; i += ARC) {
            turnedArcs[i] = arcs[i + 1];
            turnedArcs[i + 1] = arcs[i];
            turnedArcs[i + 2] = arcs[i + 2];
            turnedArcs[i + 3] = arcs[i + 4];
            turnedArcs[i + 4] = arcs[i + 3];
            turnedArcs[i + 5] = -arcs[i + 6];
            turnedArcs[i + 6] = -arcs[i + 5];
        }
        double[] turnedExtent = {extent[1], extent[0], extent[3], extent[2]};
        return new Region(turnedChords, straight, turnedArcs, turnedExtent);
    }

    /** x0, y0, x1, y1: read only. */
    double[] extent() {
        return extent;
    }

    boolean contains(double x, double y) {
        if (x < extent[0] || y < extent[1] || x > extent[2] || y > extent[3]) {
            return false;
        }
        boolean inside = false;
        for (int i = 0; i < chords.length; i += CHORD) {
            double y0 = chords[i + 1];
            double y1 = chords[i + 3];
            if (y0 > y != y1 > y && x < chords[i] + (chords[i + 2] - chords[i]) * (y - y0) / (y1 - y0)) {
                inside = !inside;
            }
        }
        for (int i = 0; i < arcs.length; i += ARC) {
            double dx = x - arcs[i];
            double dy = y - arcs[i + 1];
            if (dx * dx + dy * dy < arcs[i + 2] && onArcSide(i, x, y)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private boolean onArcSide(int arc, double x, double y) {
        return arcs[arc + 5] * (y - arcs[arc + 4]) - arcs[arc + 6] * (x - arcs[arc + 3]) >= 0;
    }

    /** Where the line of all points with this y runs inside: intervals of x. */
    void along(double y, Intervals result) {
        result.clear();
        if (y < extent[1] || y > extent[3]) {
            return;
        }
        for (int i = 0; i < straight; i += CHORD) {
            double y0 = chords[i + 1];
            double y1 = chords[i + 3];
            if (y0 > y != y1 > y) {
                result.addEnd(chords[i] + (chords[i + 2] - chords[i]) * (y - y0) / (y1 - y0));
            }
        }
        for (int i = 0; i < arcs.length; i += ARC) {
            double dy = y - arcs[i + 1];
            double squared = arcs[i + 2] - dy * dy;
            if (squared > 0) {
                double half = Math.sqrt(squared);
                addArcCrossing(i, arcs[i] - half, y, result);
                addArcCrossing(i, arcs[i] + half, y, result);
            }
        }
        result.sort();
    }

    private void addArcCrossing(int arc, double x, double y, Intervals result) {
        if (onArcSide(arc, x, y)) {
            result.addEnd(x);
        }
    }
}
