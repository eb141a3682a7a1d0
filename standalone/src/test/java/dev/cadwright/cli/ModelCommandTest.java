package dev.cadwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.hub.testkit.FakeHub;
import dev.cadwright.hub.testkit.FakeRepository;
import dev.cadwright.hub.testkit.SampleModels;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCommandTest {
    @TempDir
    Path home;

    private final FakeHub hub = FakeHub.start();
    private FakeRepository model;

    @BeforeEach
    void publish() {
        model = SampleModels.tiny(hub.repository("cadwright/tiny"), 5000).file("pytorch_model.bin", new byte[10]);
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    @Test
    void aModelIsPulledDescribedAndPushedElsewhere() {
        // When
        CommandLineRun pull = run(Map.of(), "pull", "cadwright/tiny").succeeded();
        JsonNode info = run(Map.of("HF_HUB_OFFLINE", "1"), "info", "cadwright/tiny", "--json")
                .succeeded()
                .lines()
                .getFirst();
        JsonNode pushed = run(Map.of("HF_TOKEN", "hf_x"), "push", pull.out().strip(), "cadwright/copy", "--json")
                .succeeded()
                .lines()
                .getFirst();

        // Then
        assertThat(Path.of(pull.out().strip()).resolve("model.safetensors"))
                .hasBinaryContent(model.files().get("model.safetensors"));
        assertThat(pull.err()).contains("left out pytorch_model.bin: a pickle", "licence: apache-2.0");
        assertThat(info.path("family").asText()).isEqualTo("llama");
        assertThat(info.path("parameters").asLong()).isEqualTo(5000);
        assertThat(info.path("types").path("F32").asLong()).isEqualTo(5000);
        assertThat(info.path("licence").asText()).isEqualTo("apache-2.0");
        assertThat(pushed.path("commit").asText())
                .isEqualTo(hub.repository("cadwright/copy").head());
    }

    @Test
    void aSecondPullSaysThatNothingCame() {
        // Given
        run(Map.of(), "pull", "cadwright/tiny").succeeded();

        // When
        JsonNode again = run(Map.of(), "pull", "cadwright/tiny", "--json")
                .succeeded()
                .lines()
                .getFirst();

        // Then
        assertThat(again.path("fetched").asLong()).isZero();
        assertThat(again.path("commit").asText()).isEqualTo(model.head());
        assertThat(again.path("left_out")).isNotEmpty();
    }

    @Test
    void whatIsWrongIsSaidInOneSentence() {
        assertThat(run(Map.of(), "pull", "cadwright/none").ended(ExitCode.USAGE).err())
                .contains("has no repository cadwright/none", "[repository_not_found]");
        assertThat(run(Map.of("HF_HUB_OFFLINE", "1"), "pull", "cadwright/tiny")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("HF_HUB_OFFLINE");
        assertThat(run(Map.of(), "pull", "no/such/name").ended(ExitCode.USAGE).err())
                .contains("is not the name of a repository");
        assertThat(run(Map.of(), "push", home.toString(), "cadwright/copy")
                        .ended(ExitCode.USAGE)
                        .err())
                .contains("set HF_TOKEN");
    }

    @Test
    void aModelThatIsNotHereIsLookedUpAtTheHub() {
        // When
        JsonNode info = run(Map.of(), "info", "cadwright/tiny", "--json")
                .succeeded()
                .lines()
                .getFirst();

        // Then
        assertThat(info.path("path").isNull()).isTrue();
        assertThat(info.path("bytes").asLong()).isGreaterThan(20_000);
        assertThat(run(Map.of(), "info", "cadwright-nano").succeeded().out()).contains("cadwright-nano");
    }

    private CommandLineRun run(Map<String, String> environment, Object... arguments) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put("HF_ENDPOINT", hub.endpoint().toString());
        all.put("HF_HOME", home.toString());
        Object[] line = new Object[arguments.length + 1];
        line[0] = "model";
        System.arraycopy(arguments, 0, line, 1, arguments.length);
        return CommandLineRun.in(home, all, line);
    }
}
