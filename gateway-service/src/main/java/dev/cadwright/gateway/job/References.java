package dev.cadwright.gateway.job;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** Writes the places in an input that other jobs' outputs fill. A job waits for those that it refers to. */
public final class References {
    private References() {}

    /**
     * The part of a job's output at a JSON Pointer.
     *
     * @param path such as {@code /manifest}; empty for all of it
     */
    public static ObjectNode to(UUID job, String path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$from", job.toString())
                .put("path", path);
    }
}
