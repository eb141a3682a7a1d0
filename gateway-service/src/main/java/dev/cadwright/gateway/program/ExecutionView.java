package dev.cadwright.gateway.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of executing a program: the record that {@code ./cadwright run} prints, and the files made. */
@Schema(name = "ProgramExecution")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ExecutionView(
        String name,
        String language,

        @Schema(
                description =
                        "What became of the program, never of the request: ok, syntax, unsupported, runtime, invalid,"
                                + " no_result, timeout, exhausted or crash")
        String category,

        @Schema(description = "Null when ok") Problem error,
        double seconds,

        @Schema(description = "Null, like all measures, where there is no solid")
        Double volume,

        Double area,
        @JsonProperty("center_of_mass") List<Double> centreOfMass,
        @Schema(description = "Lowest corner, then highest") List<Double> bbox,
        Integer solids,
        Integer shells,
        Integer faces,
        Integer edges,
        Integer vertices,
        Boolean valid,
        @JsonProperty("fused_volume") Double fusedVolume,
        @JsonProperty("face_types") Map<String, Integer> faceTypes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "OpenSCAD only")
        Integer triangles,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "OpenSCAD only")
        Integer components,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "What the program printed")
        List<String> echo,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,

        @Schema(
                description =
                        "SHA-256 of the files made, by format; a format that the solid has no form in is left out")
        Map<String, String> artifacts) {
    /** Why there is no valid solid. */
    @Schema(name = "ExecutionProblem")
    public record Problem(
            String code,
            String message,

            @Schema(description = "From 1; 0 where there is no place")
            int line,

            int column) {}
}
