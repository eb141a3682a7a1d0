package dev.cadwright.cad;

import java.util.List;

/** The typed form that a program parses to: features applied in order to one accumulated body. */
public record Construction(List<Feature> features) {
    public Construction {
        features = List.copyOf(features);
    }
}
