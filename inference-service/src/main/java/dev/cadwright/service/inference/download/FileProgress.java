package dev.cadwright.service.inference.download;

import java.util.Locale;

/** How far a file of a model has come. */
record FileProgress(String path, long size, long done, State state) {
    /** What is being done with it. */
    enum State {
        PENDING,
        RUNNING,
        /** Another process fetches it. */
        WAITING,
        DONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    FileProgress at(long bytes) {
        return new FileProgress(path, size, Math.clamp(bytes, 0, size), State.RUNNING);
    }

    FileProgress in(State next) {
        return new FileProgress(path, size, next == State.DONE ? size : done, next);
    }
}
