package dev.cadwright.hub.push;

import java.time.Duration;

/** What happens during a push, for whoever watches. */
public sealed interface PushEvent {
    /** A file's checksum is known. */
    record Hashed(String file, long size) implements PushEvent {}

    /** It is known what has to be sent; the hub has the rest. */
    record Planned(int files, long bytes, int unchanged) implements PushEvent {}

    /** So many bytes of a large file are sent, of that many. */
    record Advanced(String file, long done, long size) implements PushEvent {}

    /** Something failed and is tried again. */
    record Retrying(String file, String reason, Duration delay) implements PushEvent {}

    /** Is told of each event, in order. */
    @FunctionalInterface
    interface Listener {
        void on(PushEvent event);
    }
}
