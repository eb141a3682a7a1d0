package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;
import java.util.List;

/**
 * One step of a construction: it makes a solid and combines it with the body built so far. Several profiles make one
 * solid, all of them together.
 */
public sealed interface Feature {
    Operation operation();

    SourceSpan span();

    /** The same feature without its places in a text. */
    Feature withoutSpans();

    /** Profiles of one sketch plane, moved along its normal. */
    record Extrude(Frame plane, List<Profile> profiles, Extent extent, Operation operation, SourceSpan span)
            implements Feature {
        public Extrude {
            profiles = some(profiles);
        }

        @Override
        public Extrude withoutSpans() {
            return new Extrude(plane, bare(profiles), extent, operation, SourceSpan.NONE);
        }
    }

    /** Profiles of one sketch plane, turned about a line of that plane. */
    record Revolve(Frame plane, List<Profile> profiles, Axis axis, Turn turn, Operation operation, SourceSpan span)
            implements Feature {
        public Revolve {
            profiles = some(profiles);
        }

        @Override
        public Revolve withoutSpans() {
            return new Revolve(plane, bare(profiles), axis, turn, operation, SourceSpan.NONE);
        }
    }

    /**
     * A body through profiles on planes, in their order. Holes join the holes of the same number, so every section has
     * equally many.
     *
     * @param ruled straight from one section to the next; otherwise smooth through all of them
     */
    record Loft(List<Section> sections, boolean ruled, Operation operation, SourceSpan span) implements Feature {
        public Loft {
            sections = List.copyOf(sections);
            if (sections.size() < 2) {
                throw new IllegalArgumentException("a loft needs at least two sections");
            }
            int holes = sections.getFirst().profile().holes().size();
            if (sections.stream().anyMatch(section -> section.profile().holes().size() != holes)) {
                throw new IllegalArgumentException("the sections of a loft have different numbers of holes");
            }
        }

        @Override
        public Loft withoutSpans() {
            List<Section> bare = sections.stream().map(Section::withoutSpans).toList();
            return new Loft(bare, ruled, operation, SourceSpan.NONE);
        }
    }

    /** Profiles of one sketch plane, moved along a path; corners of the path are mitred. */
    record Sweep(Frame plane, List<Profile> profiles, Path path, Operation operation, SourceSpan span)
            implements Feature {
        public Sweep {
            profiles = some(profiles);
        }

        @Override
        public Sweep withoutSpans() {
            return new Sweep(plane, bare(profiles), path.withoutSpans(), operation, SourceSpan.NONE);
        }
    }

    private static List<Profile> some(List<Profile> profiles) {
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("a feature needs at least one profile");
        }
        return List.copyOf(profiles);
    }

    private static List<Profile> bare(List<Profile> profiles) {
        return profiles.stream().map(Profile::withoutSpans).toList();
    }
}
