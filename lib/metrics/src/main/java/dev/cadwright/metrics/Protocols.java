package dev.cadwright.metrics;

import dev.cadwright.kernel.KernelPool;
import java.util.List;
import java.util.function.Supplier;

/** The protocols by name. */
public final class Protocols {
    public static final String STRICT = "strict-v1";
    public static final String CADRILLE = "cadrille-2025";
    public static final String POINTS = "points";
    public static final String OVERLAP = "overlap";

    private Protocols() {}

    public static List<String> names() {
        return List.of(STRICT, CADRILLE, POINTS, OVERLAP);
    }

    /**
     * The protocol with its own settings.
     *
     * @param kernel asked only by protocols that compare exact solids, and only when there are two
     * @throws IllegalArgumentException if there is no protocol of that name
     */
    public static Protocol of(String name, Supplier<KernelPool> kernel) {
        return of(ProtocolDefinition.of(name), kernel);
    }

    /** The protocol of a definition with changed settings: another seed, another tau. */
    public static Protocol of(ProtocolDefinition definition, Supplier<KernelPool> kernel) {
        return switch (definition.name()) {
            case STRICT -> new StrictProtocol(definition, kernel);
            case CADRILLE -> new CadrilleProtocol(definition);
            case POINTS -> new PointsProtocol(definition);
            case OVERLAP -> new OverlapProtocol(definition, kernel);
            default -> throw new IllegalArgumentException("no protocol is called " + definition.name());
        };
    }
}
