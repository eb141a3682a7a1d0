package dev.cadwright.hub.push;

import dev.cadwright.hub.ModelAddress;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What to push.
 *
 * @param address where to; the revision is a branch that exists
 * @param message of the commit, in one line
 * @param isPrivate whether a repository that is made for it is private
 */
public record PushRequest(Path folder, ModelAddress address, String message, boolean isPrivate) {
    public PushRequest {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(message, "message");
    }
}
