package dev.cadwright.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobError;

/** Reads what a job or unit was given into the record that its handler works with. */
public final class JobInputs {
    private JobInputs() {}

    /**
     * @param type a record whose constructor checks its values; unknown keys are ignored
     * @throws JobException permanent, {@code invalid_input}, saying what is wrong and where
     */
    public static <T> T read(JsonNode input, Class<T> type) {
        try {
            return ContractJson.mapper().treeToValue(input, type);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new JobException(JobError.permanent("invalid_input", cause.getMessage()), e);
        }
    }

    /** The JSON of a unit's input, a result or an output. */
    public static JsonNode write(Object value) {
        return ContractJson.mapper().valueToTree(value);
    }
}
