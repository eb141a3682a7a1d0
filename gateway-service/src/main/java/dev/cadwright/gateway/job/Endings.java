package dev.cadwright.gateway.job;

import io.smallrye.mutiny.Multi;
import java.util.Optional;

/** Joins streams of which one decides. */
final class Endings {
    private Endings() {}

    /** Items of both, until the first completes. */
    static <T> Multi<T> mergeUntilFirstEnds(Multi<T> deciding, Multi<T> other) {
        var marked = Multi.createBy()
                .concatenating()
                .streams(deciding.map(Optional::of), Multi.createFrom().item(Optional.<T>empty()));
        return Multi.createBy()
                .merging()
                .streams(marked, other.map(Optional::of))
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }
}
