package dev.cadwright.cad.sketch;

import dev.cadwright.cad.Curve;
import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.geometry.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sketch while a program draws it: finished profiles, and one whose last loop is still open for curves. */
final class SketchState {
    private final Frame plane;
    private final List<Profile> finished = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final List<Curve> curves = new ArrayList<>();
    private int size;

    SketchState(Frame plane) {
        this.plane = plane;
    }

    Frame plane() {
        return plane;
    }

    /** Curves drawn so far. */
    int size() {
        return size;
    }

    /** The curve that the next one goes on from. */
    Optional<Curve> last() {
        return curves.isEmpty() ? Optional.empty() : Optional.of(curves.getLast());
    }

    void add(Curve curve) {
        boolean besideClosed =
                !curves.isEmpty() && (curve.isClosed() || curves.getFirst().isClosed());
        if (besideClosed) {
            throw new Refusal(
                    curve.span(),
                    "shape.circle-in-loop",
                    "a closed curve is a loop by itself, with no other curves",
                    "sketch.add_hole() or sketch.add_profile()",
                    "say first whether the next loop is a hole or a profile of its own");
        }
        curves.add(curve);
        size++;
    }

    void beginHole(SourceSpan span) {
        if (curves.isEmpty()) {
            throw empty(span, loops.isEmpty() ? "a profile needs its outer loop before a hole" : "the hole is empty");
        }
        closeLoop();
    }

    void beginProfile(SourceSpan span) {
        boolean first = finished.isEmpty() && loops.isEmpty() && curves.isEmpty();
        if (first) {
            return;
        }
        if (curves.isEmpty()) {
            throw empty(span, loops.isEmpty() ? "the profile before this is empty" : "the hole before this is empty");
        }
        closeLoop();
        finished.add(new Profile(loops.getFirst(), loops.subList(1, loops.size())));
        loops.clear();
    }

    /** What an extrude sweeps: a copy, since the program may go on drawing. */
    List<Profile> profiles(SourceSpan span) {
        if (curves.isEmpty()) {
            throw empty(span, size == 0 ? "the sketch is empty" : "its last profile or hole is empty");
        }
        List<Loop> open = new ArrayList<>(loops);
        open.add(new Loop(curves));
        List<Profile> profiles = new ArrayList<>(finished);
        profiles.add(new Profile(open.getFirst(), open.subList(1, open.size())));
        return profiles;
    }

    /** The curves of a sketch that is one chain, to sweep along. */
    List<Curve> chain(SourceSpan span) {
        if (!finished.isEmpty() || !loops.isEmpty()) {
            throw new Refusal(span, "shape.path", "a path has no holes and no further profiles", "one chain", "");
        }
        if (curves.isEmpty()) {
            throw empty(span, "the path is empty");
        }
        return List.copyOf(curves);
    }

    private void closeLoop() {
        loops.add(new Loop(curves));
        curves.clear();
    }

    private static Refusal empty(SourceSpan span, String message) {
        return new Refusal(span, "shape.empty-profile", message, "a line, an arc or a circle", "");
    }
}
