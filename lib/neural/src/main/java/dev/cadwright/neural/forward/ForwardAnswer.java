package dev.cadwright.neural.forward;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What became of a forward pass; one JSON line. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ForwardAnswer.Done.class, name = "done"),
    @JsonSubTypes.Type(value = ForwardAnswer.Refused.class, name = "refused")
})
public sealed interface ForwardAnswer {
    /**
     * @param shape of the logits, or of a tower's last hidden state
     * @param seconds of the pass, without loading
     */
    record Done(List<Long> shape, double seconds) implements ForwardAnswer {
        public Done {
            shape = List.copyOf(shape);
        }
    }

    /** The model or the inputs are not usable. */
    record Refused(String code, String message) implements ForwardAnswer {}
}
