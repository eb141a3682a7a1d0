package dev.cadwright.dataset.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The conversations of one split: an artifact with a JSON array, or none, and how many they are. */
public record Conversed(Optional<String> sha256, int count) {
    public static final Conversed NONE = new Conversed(Optional.empty(), 0);

    /** Counts the conversations of an artifact, reading it once. */
    public static Conversed stored(String sha256, ArtifactStore store) throws IOException {
        try (InputStream in = store.open(sha256);
                JsonParser json = DatasetJson.mapper().createParser(in)) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new DatasetException(
                        DatasetException.Code.DATASET_CORRUPT, sha256 + " is no array of conversations");
            }
            int count = 0;
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token != JsonToken.START_OBJECT) {
                    throw new DatasetException(
                            DatasetException.Code.DATASET_CORRUPT, sha256 + " holds what is no conversation");
                }
                json.skipChildren();
                count++;
            }
            return new Conversed(Optional.of(sha256), count);
        }
    }

    void copyTo(ExportFolder folder, String path, ArtifactStore store) throws IOException {
        if (sha256.isEmpty()) {
            folder.add(path, "[]\n".getBytes(StandardCharsets.UTF_8));
            return;
        }
        try (InputStream in = store.open(sha256.get())) {
            folder.add(path, in);
        }
    }
}
