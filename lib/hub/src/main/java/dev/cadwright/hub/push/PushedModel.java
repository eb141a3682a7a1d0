package dev.cadwright.hub.push;

import java.util.Optional;

/**
 * A model that the hub has now.
 *
 * @param commit empty if it had all of it already, so that there was nothing to commit
 * @param sent bytes of large files that were sent now; those of a push that broke off are not sent again
 */
public record PushedModel(String repository, Optional<String> commit, int files, int unchanged, long sent) {}
