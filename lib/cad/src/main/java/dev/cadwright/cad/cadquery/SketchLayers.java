package dev.cadwright.cad.cadquery;

import dev.cadwright.cad.Loop;
import dev.cadwright.cad.Profile;
import dev.cadwright.cad.SourceSpan;
import dev.cadwright.cad.cadquery.CadQueryHistory.Unrecognised;
import dev.cadwright.cad.cadquery.LoopGap.Drawn;
import dev.cadwright.cad.cadquery.LoopGap.Relation;
import dev.cadwright.cad.outline.LoopNesting;
import dev.cadwright.cad.outline.Outline;
import java.util.ArrayList;
import java.util.List;

/**
 * Areas of a plane put on top of each other, some of which fill and some of which take away. As long as the outlines keep
 * apart they are profiles with holes; from the first that meets another on, every step is a layer of its own.
 */
final class SketchLayers {
    /** @param filled whether it adds or takes away */
    record Layer(boolean filled, List<Profile> profiles) {}

    private static final int MOST_LOOPS = 1000;

    private final LoopGap gap;
    private final List<Stage> stages = new ArrayList<>();
    private int overlaps;
    private int loops;

    private record Stage(boolean filled, List<Drawn> drawn) {
        List<Loop> loops() {
            return drawn.stream().map(Drawn::loop).toList();
        }
    }

    SketchLayers(LoopGap gap) {
        this.gap = gap;
    }

    boolean isEmpty() {
        return stages.isEmpty();
    }

    /** How often something was filled that was full already, in part or in whole. */
    int overlaps() {
        return overlaps;
    }

    void add(Loop loop, boolean filled, SourceSpan span) {
        count(span);
        Drawn drawn = gap.draw(loop, span);
        if (stages.isEmpty()) {
            stages.add(new Stage(true, new ArrayList<>()));
        }
        Stage last = stages.getLast();
        boolean first = stages.size() == 1;
        int around = 0;
        boolean clear = first || last.filled == filled;
        for (int i = 0; clear && i < last.drawn.size(); i++) {
            Relation relation = gap.of(drawn, last.drawn.get(i), span);
            around += relation == Relation.INSIDE ? 1 : 0;
            clear = relation == Relation.APART || (first && relation == Relation.INSIDE);
        }
        boolean full = around % 2 == 1;
        overlaps += filled && (!clear || full) ? 1 : 0;
        if (!clear) {
            stages.add(new Stage(filled, new ArrayList<>(List.of(drawn))));
        } else if (full != filled || !first) {
            last.drawn.add(drawn);
        }
    }

    /** A profile with its holes, which must keep apart from everything. */
    void add(Profile profile, boolean filled, SourceSpan span) {
        if (profile.holes().isEmpty()) {
            add(profile.outer(), filled, span);
            return;
        }
        int before = isEmpty() ? 0 : stages.getFirst().drawn.size();
        add(profile.outer(), filled, span);
        if (stages.size() > 1) {
            throw new Unrecognised(
                    span, "a face with a hole meets another: their outline is not known from the numbers");
        }
        if (stages.getFirst().drawn.size() > before) {
            for (Loop hole : profile.holes()) {
                count(span);
                stages.getFirst().drawn.add(gap.draw(hole, span));
            }
        }
    }

    private void count(SourceSpan span) {
        if (++loops > MOST_LOOPS) {
            throw new Unrecognised(span, "a sketch of more than " + MOST_LOOPS + " outlines");
        }
    }

    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (Stage stage : stages) {
            List<Profile> profiles = layers.isEmpty()
                    ? LoopNesting.profiles(stage.loops())
                    : stage.loops().stream()
                            .map(loop -> new Profile(loop, List.of()))
                            .toList();
            if (!profiles.isEmpty()) {
                layers.add(new Layer(stage.filled, profiles));
            }
        }
        return layers;
    }

    /** Whether something is left for certain. */
    static boolean isFull(List<Layer> layers) {
        double most = 0;
        double away = 0;
        for (Layer layer : layers) {
            for (Profile profile : layer.profiles) {
                double outer = area(profile.outer());
                double area = outer
                        - profile.holes().stream()
                                .mapToDouble(SketchLayers::area)
                                .sum();
                most = layer.filled ? Math.max(most, area) : most;
                away += layer.filled ? 0 : outer;
            }
        }
        return most > 1.01 * away;
    }

    private static double area(Loop loop) {
        return Math.abs(Outline.of(loop).signedArea());
    }
}
