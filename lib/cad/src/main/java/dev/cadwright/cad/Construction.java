package dev.cadwright.cad;

import java.util.List;

/** The typed form that a program parses to: features applied in order to one accumulated body. */
public record Construction(List<Feature> features) {
    public Construction {
        features = List.copyOf(features);
    }

    /** The same construction without its places in a text, so that two ways to write it are equal. */
    public Construction withoutSpans() {
        return new Construction(features.stream().map(Feature::withoutSpans).toList());
    }
}
