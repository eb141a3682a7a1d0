package dev.cadwright.cli.local.generate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.inference.ProgramText;
import dev.cadwright.neural.generate.Candidate;
import java.util.List;

/**
 * What is printed of one program, or of an input for which there is none.
 *
 * @param index which of the input's programs it is
 * @param text in the sketch language; as the model wrote it where it describes no solid
 * @param path where it was written, if anywhere
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GenerationRecord(
        String name,
        Integer index,
        String text,
        List<Integer> ids,
        @JsonProperty("finish_reason") String finishReason,
        Integer tokens,
        Double seconds,
        String path,
        Problem error) {
    /** Why there is no program, or why it describes no solid. */
    record Problem(String code, String message) {}

    static GenerationRecord of(String name, int index, Candidate candidate, double seconds, String path) {
        return new GenerationRecord(
                name,
                index,
                ProgramText.of(candidate).text(),
                candidate.ids(),
                candidate.finishReason(),
                candidate.ids().size(),
                seconds,
                path,
                candidate.usable() ? null : new Problem("no_solid", candidate.problem()));
    }

    static GenerationRecord failed(CloudReader.Outcome.Failed failed) {
        return new GenerationRecord(
                failed.input().name(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                new Problem(failed.code(), failed.message()));
    }

    boolean succeeded() {
        return error == null;
    }
}
