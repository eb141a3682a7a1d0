package dev.cadwright.hub.pull;

import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.RemoteFile;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a hub says of a model at one commit.
 *
 * @param gated whether terms have to be accepted before files can be had
 * @param licence its identifier, as {@code apache-2.0}
 * @param family the {@code model_type} of its configuration
 * @param parameters numbers in its weights
 */
public record RepositoryListing(
        ModelAddress address,
        String commit,
        boolean gated,
        List<RemoteFile> files,
        Optional<String> licence,
        Optional<String> family,
        OptionalLong parameters) {
    public RepositoryListing {
        files = List.copyOf(files);
    }
}
