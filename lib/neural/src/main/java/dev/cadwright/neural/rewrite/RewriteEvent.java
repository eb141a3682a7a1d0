package dev.cadwright.neural.rewrite;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the process says; one JSON line each. The last is {@link Done} or {@link Refused}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RewriteEvent.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = RewriteEvent.Done.class, name = "done"),
    @JsonSubTypes.Type(value = RewriteEvent.Refused.class, name = "refused")
})
public sealed interface RewriteEvent {
    /** @param total 0 where it is not known beforehand */
    record Progress(String name, long done, long total) implements RewriteEvent {}

    /**
     * @param layers that were merged or quantised
     * @param bytes of the weights written
     */
    record Done(long layers, long bytes, double seconds) implements RewriteEvent {}

    /** The model or the adapter is not usable. */
    record Refused(String code, String message) implements RewriteEvent {}
}
