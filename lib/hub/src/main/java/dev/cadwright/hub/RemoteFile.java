package dev.cadwright.hub;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of a repository, as far as a listing tells of it.
 *
 * @param size in bytes; unknown where the hub lists names alone
 */
public record RemoteFile(RepositoryPath path, OptionalLong size, Optional<ContentId> content) {
    public RemoteFile {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(size, "size");
        Objects.requireNonNull(content, "content");
        if (size.isPresent() && size.getAsLong() < 0) {
            throw new IllegalArgumentException("a file has no negative size: " + size);
        }
    }

    /** Whether nothing more has to be asked before it is fetched. */
    public boolean isComplete() {
        return size.isPresent() && content.isPresent();
    }
}
