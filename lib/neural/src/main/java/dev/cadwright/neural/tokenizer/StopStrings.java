package dev.cadwright.neural.tokenizer;

import java.util.List;
import java.util.Optional;

/**
 * Ends a stream of text at the first of some strings, which may come in pieces: text that could be the beginning of one
 * is held back until it is certain. Not safe for use by several threads.
 */
public final class StopStrings {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private String found;

    /** @param stops none may be empty */
    public StopStrings(List<String> stops) {
        this.stops = List.copyOf(stops);
        if (this.stops.contains("")) {
            throw new IllegalArgumentException("an empty stop string");
        }
    }

    /** @return the text that certainly comes before any stop string; nothing once one was found */
    public String append(String text) {
        if (found != null) {
            return "";
        }
        held.append(text);
        int first = Integer.MAX_VALUE;
        for (String stop : stops) {
            int at = held.indexOf(stop);
            int behind = at + stop.length();
            // The first to be complete ends the text, so that it does not matter in what pieces the text comes.
            if (at >= 0 && (behind < first || (behind == first && stop.length() > found.length()))) {
                first = behind;
                found = stop;
            }
        }
        int end = found == null ? held.length() : first - found.length();
        if (found == null) {
            end -= beginningOfAStop();
        }
        String certain = held.substring(0, end);
        held.delete(0, found == null ? end : held.length());
        return certain;
    }

    /** @return what was held back, when the stream ended otherwise */
    public String finish() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }

    /** The string that ended the text. */
    public Optional<String> found() {
        return Optional.ofNullable(found);
    }

    private int beginningOfAStop() {
        int longest = 0;
        for (String stop : stops) {
            for (int size = Math.min(stop.length() - 1, held.length()); size > longest; size--) {
                if (stop.startsWith(held.substring(held.length() - size))) {
                    longest = size;
                }
            }
        }
        return longest;
    }
}
