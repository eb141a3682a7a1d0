package dev.cadwright.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Results of units that may be too large to be handed on as they are: each becomes an artifact of JSON. */
public final class StoredResults {
    private static final String MEDIA_TYPE = "application/json";

    /** What a unit returns in the place of its result. */
    private record Stored(String result) {}

    private StoredResults() {}

    /** The result to return from {@link JobHandler#work}. */
    public static JsonNode write(UnitContext unit, ArtifactStore artifacts, Object result) {
        try {
            byte[] json = ContractJson.mapper().writeValueAsBytes(result);
            return JobInputs.write(
                    new Stored(unit.guarded(artifacts).put(json, MEDIA_TYPE).sha256()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result is a record that writes", e);
        }
    }

    /** The results in the order of the plan, for {@link JobHandler#finish}. */
    public static <T> List<T> read(List<JsonNode> results, ArtifactStore artifacts, Class<T> type) {
        List<T> read = new ArrayList<>();
        for (JsonNode result : results) {
            String sha256 = JobInputs.read(result, Stored.class).result();
            try (InputStream json = artifacts.open(sha256)) {
                read.add(ContractJson.mapper().readValue(json, type));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read;
    }
}
