package dev.cadwright.gateway.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of a list.
 *
 * @param next give this as {@code cursor} to get the part that follows; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PageView<T>(
        List<T> data,

        @Schema(description = "The cursor of the next part; absent at the end")
        String next) {
    public PageView {
        data = List.copyOf(data);
    }
}
