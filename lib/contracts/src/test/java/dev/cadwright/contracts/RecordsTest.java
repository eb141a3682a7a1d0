package dev.cadwright.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "render",
                "Render.views",
                "render.",
                ".views",
                "render.views;drop",
                "a.b.c.d.e",
                "render views"
            })
    void aMisspelledKindIsRefused(String kind) {
        assertThatThrownBy(() -> JobKinds.requireValid(kind)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theServiceIsTheFirstWordOfAKind() {
        assertThat(JobKinds.service(JobKinds.RENDER_VIEWS)).isEqualTo("render");
        assertThat(Topics.commands("render")).isEqualTo("cadwright.render.commands");
        assertThat(Topics.all()).contains("cadwright.job.events.dlq", "cadwright.training.commands.dlq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UPPER", "a/b", "-a", "a b"})
    void aMisspelledTenantIsRefused(String tenant) {
        assertThatThrownBy(() -> Tenants.requireValid(tenant)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void progressThatCannotBeIsRefused() {
        Map<String, Double> wild = new HashMap<>();
        wild.put("loss", Double.NaN);
        assertThatThrownBy(() -> Progress.of(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Progress.of(-1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Progress(0, 1, "", wild)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLongErrorMessageIsCutAndAStrangeCodeRefused() {
        assertThat(JobError.permanent("x", "m".repeat(10_000)).message()).hasSize(JobError.MAX_MESSAGE);
        assertThatThrownBy(() -> JobError.permanent("Not A Code", "m")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFinalStateIsLeftOnlyByARetry() {
        for (JobState state : List.of(JobState.FAILED, JobState.CANCELLED)) {
            assertThat(List.of(JobState.values()).stream().filter(state::canBecome))
                    .containsExactly(JobState.WAITING, JobState.QUEUED);
        }
        assertThat(List.of(JobState.values())).noneMatch(JobState.SUCCEEDED::canBecome);
        assertThat(JobState.RUNNING.canBecome(JobState.QUEUED)).isFalse();
    }
}
