package dev.cadwright.gateway.finetuning;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list in the form of OpenAI's API; the next part is asked for with {@code after} = {@code last_id}. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OpenAiList<T>(
        @Schema(examples = "list") String object,
        List<T> data,
        @JsonProperty("first_id") @Schema(nullable = true) String firstId,
        @JsonProperty("last_id") @Schema(nullable = true) String lastId,
        @JsonProperty("has_more") boolean hasMore) {

    /** A list of items whose ids are known. */
    static <T> OpenAiList<T> of(List<T> data, List<String> ids, boolean hasMore) {
        return new OpenAiList<>(
                "list", data, ids.isEmpty() ? null : ids.getFirst(), ids.isEmpty() ? null : ids.getLast(), hasMore);
    }
}
