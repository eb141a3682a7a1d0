package dev.cadwright.cad;

import dev.cadwright.geometry.Frame;
import java.util.List;

/** One step of a construction: it makes a solid and combines it with the body built so far. */
public sealed interface Feature {
    Operation operation();

    SourceSpan span();

    /** The same feature without its places in a text. */
    Feature withoutSpans();

    /** Profiles of one sketch plane, swept along its normal. */
    record Extrude(Frame plane, List<Profile> profiles, Extent extent, Operation operation, SourceSpan span)
            implements Feature {
        public Extrude {
            profiles = List.copyOf(profiles);
            if (profiles.isEmpty()) {
                throw new IllegalArgumentException("an extrude needs at least one profile");
            }
        }

        @Override
        public Extrude withoutSpans() {
            List<Profile> bare = profiles.stream().map(Profile::withoutSpans).toList();
            return new Extrude(plane, bare, extent, operation, SourceSpan.NONE);
        }
    }
}
