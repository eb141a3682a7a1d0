package dev.cadwright.hub.pull;

import dev.cadwright.hub.RemoteFile;
import dev.cadwright.hub.RepositoryPath;
import java.time.Duration;
import java.util.List;

/** What happens during a pull, for whoever watches. */
public sealed interface PullEvent {
    /** It is known what will be fetched; {@code leftOut} is not. */
    record Planned(RepositoryListing listing, List<RemoteFile> files, List<Selection.LeftOut> leftOut)
            implements PullEvent {}

    /** So much of a file is here, of that much. */
    record Advanced(RepositoryPath file, long done, long size) implements PullEvent {}

    /** A file is here, checked, under its name; {@code fetched} bytes of it came over the wire just now. */
    record Finished(RepositoryPath file, long size, long fetched) implements PullEvent {}

    /** Somebody else fetches this file; we wait for them. */
    record Waiting(RepositoryPath file) implements PullEvent {}

    /** Something failed and is tried again. */
    record Retrying(RepositoryPath file, String reason, Duration delay) implements PullEvent {}

    /** The hub is not asked, or cannot be: what the cache has is used. */
    record FromCache(String reason) implements PullEvent {}

    /** Is told of each event, one at a time, by several threads. Must be quick. */
    @FunctionalInterface
    interface Listener {
        void on(PullEvent event);

        /** Told of several events at once, it still hears one after the other. */
        default Listener oneAtATime() {
            Object turn = new Object();
            return event -> {
                synchronized (turn) {
                    on(event);
                }
            };
        }
    }
}
