package dev.cadwright.gateway.dataset;

import dev.cadwright.contracts.Job;
import java.util.Objects;

/** A named dataset and the job that builds it. */
public record Dataset(String name, Job build) {
    public Dataset {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(build, "build");
    }
}
