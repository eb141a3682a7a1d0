package dev.cadwright.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command as somebody who is not root, for root: PostgreSQL refuses to run for root.
 *
 * <p>A user namespace of its own is enough where the kernel allows one, and needs no change of ownership. Elsewhere the
 * command runs as {@code nobody}, who is then given the server's folder.
 */
final class Unprivileged {
    private static final List<String> NAMESPACE = List.of("unshare", "-U");
    private static final List<String> NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");
    private static final List<String> PREFIX = choose();

    private Unprivileged() {}

    static List<String> prefix() {
        return PREFIX;
    }

    static void hand(Path folder) {
        if (PREFIX.equals(NOBODY)) {
            Commands.run(List.of("chown", "-R", "65534:65534", folder.toString()), Map.of(), "");
        }
    }

    private static List<String> choose() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        return Commands.succeeds(List.of("unshare", "-U", "true")) ? NAMESPACE : NOBODY;
    }
}
