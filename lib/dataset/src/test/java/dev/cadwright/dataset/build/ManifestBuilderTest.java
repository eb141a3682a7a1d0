package dev.cadwright.dataset.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.manifest.DatasetManifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestBuilderTest {
    private static final String FIRST = "1".repeat(64);
    private static final String SECOND = "2".repeat(64);

    @Test
    void aShapeOfTheTestSplitIsNeverTrainedOn() throws JsonProcessingException {
        // Given
        UnitResult train = unit(FIRST, kept("a", Split.TRAIN, "cube"), kept("b", Split.TRAIN, "rod"));
        UnitResult test = unit(SECOND, kept("c", Split.TEST, "cube"));

        // When
        DatasetManifest manifest = ManifestBuilder.join(specification(), List.of(train, test));

        // Then
        assertThat(manifest.excluded()).containsExactly(DatasetManifest.place(FIRST, "a"));
        assertThat(manifest.counts()).isEqualTo(Map.of(Split.TRAIN, 1, Split.VALIDATION, 0, Split.TEST, 1));
        assertThat(manifest.rejected()).containsEntry("duplicate", 1);
    }

    @Test
    void aShapeThatMayBeOneOfTheTestSplitIsNotTrainedOnWhoeverMeasuredIt() throws JsonProcessingException {
        // Given generated shapes without a kernel, and a solid that a kernel has measured
        UnitResult train = unit(
                FIRST,
                new UnitResult.Kept("a", Split.TRAIN, "a-blocks", "cube", false),
                new UnitResult.Kept("b", Split.TRAIN, "b-blocks", "rod", false));
        UnitResult test = unit(SECOND, new UnitResult.Kept("c", Split.TEST, "c-exact", "cube", true));

        // When
        DatasetManifest manifest = ManifestBuilder.join(specification(), List.of(train, test));

        // Then
        assertThat(manifest.excluded()).containsExactly(DatasetManifest.place(FIRST, "a"));
        assertThat(manifest.count(Split.TEST)).isEqualTo(1);
    }

    @Test
    void ofEqualShapesInOneSplitTheFirstIsKept() throws JsonProcessingException {
        // Given
        UnitResult unit = unit(FIRST, kept("a", Split.TRAIN, "cube"), kept("b", Split.TRAIN, "cube"));

        // When
        DatasetManifest manifest = ManifestBuilder.join(specification(), List.of(unit));

        // Then
        assertThat(manifest.excluded()).containsExactly(DatasetManifest.place(FIRST, "b"));
    }

    @Test
    void differentShapesOfOneNameDoNotHideEachOther() throws JsonProcessingException {
        // Given
        UnitResult first = unit(FIRST, kept("a", Split.TRAIN, "cube"));
        UnitResult second = unit(SECOND, kept("a", Split.TRAIN, "rod"));

        // When
        DatasetManifest manifest = ManifestBuilder.join(specification(), List.of(first, second));

        // Then
        assertThat(manifest.excluded()).containsExactly(DatasetManifest.place(SECOND, "a"));
        assertThat(manifest.rejected()).containsEntry("same_name", 1);
        assertThat(manifest.count(Split.TRAIN)).isEqualTo(1);
    }

    @Test
    void theManifestSurvivesItsJson() throws JsonProcessingException {
        // Given
        DatasetManifest manifest =
                ManifestBuilder.join(specification(), List.of(unit(FIRST, kept("a", Split.TRAIN, "cube"))));

        // When
        String json = DatasetJson.mapper().writeValueAsString(manifest);

        // Then
        assertThat(DatasetJson.mapper().readValue(json, DatasetManifest.class)).isEqualTo(manifest);
        assertThat(json).contains("\"train\":1").contains("\"type\":\"procedural\"");
    }

    private static BuildSpecification specification() throws JsonProcessingException {
        return DatasetJson.mapper().readValue("""
                        {"name": "parts", "sources": [{"type": "procedural", "count": 3, "split": "train"}]}
                        """, BuildSpecification.class);
    }

    private static UnitResult unit(String shard, UnitResult.Kept... samples) {
        return new UnitResult(Optional.of(shard), 10, List.of(samples), new TreeMap<>(), List.of());
    }

    private static UnitResult.Kept kept(String id, Split split, String signature) {
        return new UnitResult.Kept(id, split, signature, signature, true);
    }
}
