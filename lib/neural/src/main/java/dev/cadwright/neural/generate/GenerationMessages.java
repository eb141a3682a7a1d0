package dev.cadwright.neural.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The lines between a generation process and whoever started it. */
final class GenerationMessages {
    private GenerationMessages() {}

    /**
     * One request, a line to the process. Every cloud is either a file ({@code points}: paths of {@code .npy}) or
     * {@code inline}: base64 of little-endian single-precision x y z triples.
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Ask(
            String id,
            List<String> points,
            List<String> inline,
            Integer n,
            Double temperature,
            Integer topK,
            Double topP,
            Long seed,
            Integer maxTokens,
            String select,
            Boolean constrained,
            Boolean refine) {}

    /** What the process answers: first that it is ready, then for each request its shapes and an end. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Ready.class, name = "ready"),
        @JsonSubTypes.Type(value = Shape.class, name = "shape"),
        @JsonSubTypes.Type(value = Done.class, name = "done"),
        @JsonSubTypes.Type(value = Refused.class, name = "failed")
    })
    sealed interface Answer {}

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Ready(String model, int points, int maxTokens) implements Answer {}

    /** @param refined absent when refinement was not asked for or did not help */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Shape(String id, int index, List<Written> candidates, int chosen, Written refined, double seconds)
            implements Answer {}

    /**
     * @param program the program as text of blocks, or absent; see {@link dev.cadwright.cad.block.BlockText}
     * @param sketch the same in the sketch language
     */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(
            List<Integer> ids, String program, String sketch, String finishReason, String problem, Double distance) {}

    record Done(String id) implements Answer {}

    /** @param id empty when the request itself could not be read */
    record Refused(String id, String code, String message) implements Answer {}
}
