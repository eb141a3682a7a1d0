package dev.cadwright.hub.pull;

import dev.cadwright.hub.ModelAddress;
import java.util.Objects;

/**
 * What to pull.
 *
 * @param verify whether files that are here already are read again and checked
 */
public record PullRequest(ModelAddress address, Selection selection, boolean verify) {
    public PullRequest {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(selection, "selection");
    }

    public static PullRequest of(ModelAddress address) {
        return new PullRequest(address, Selection.USUAL, false);
    }
}
