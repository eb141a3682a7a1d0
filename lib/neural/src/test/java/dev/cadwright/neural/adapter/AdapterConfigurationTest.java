package dev.cadwright.neural.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdapterConfigurationTest {
    private static final List<String> QUERY = List.of("model.layers.11.self_attn.q_proj");

    @TempDir
    private Path folder;

    private AdapterConfiguration read(String keys) throws IOException {
        Files.writeString(folder.resolve("adapter_config.json"), "{\"peft_type\": \"LORA\", " + keys + "}");
        return AdapterConfiguration.read(folder);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "r": 2000000000, "target_modules": ["q_proj"] | bad_adapter | r
            "r": 0, "target_modules": ["q_proj"] | bad_adapter | r
            "lora_dropout": 1.5, "target_modules": ["q_proj"] | bad_adapter | lora_dropout
            "target_modules": "(unclosed" | bad_adapter | regular expression
            "target_modules": [] | bad_adapter | target_modules
            "target_modules": ["q_proj"], "bias": "all" | unsupported_adapter | bias: all
            "target_modules": ["q_proj"], "lora_bias": true | unsupported_adapter | lora_bias
            "target_modules": ["q_proj"], "trainable_token_indices": [1] | unsupported_adapter | trainable_token_indices
            "target_modules": ["q_proj"], "init_lora_weights": "pissa" | unsupported_adapter | pissa
            "target_modules": ["q_proj"], "rank_pattern": {"q": "x"} | bad_adapter | rank_pattern
            """)
    void whatCannotBeReadIsRefusedByName(String keys, String code, String named) {
        // When // Then
        assertThatThrownBy(() -> read(keys))
                .isInstanceOfSatisfying(
                        NeuralException.class, e -> assertThat(e.code()).isEqualTo(code))
                .hasMessageContaining(named);
    }

    @Test
    void adaptersOfOtherKindsAreRefusedWithWhatToDo() throws IOException {
        // Given
        Files.writeString(folder.resolve("adapter_config.json"), "{\"peft_type\": \"IA3\"}");

        // When // Then
        assertThatThrownBy(() -> AdapterConfiguration.read(folder))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("IA3")
                .hasMessageContaining("merge_and_unload");
    }

    @Test
    void anExpressionThatBacktracksForEverIsAnError() throws IOException {
        // Given
        Targets targets = read("\"target_modules\": \"(([a-z0-9_.]+)+)+[!]\"").targets();

        // When // Then
        assertThatThrownBy(() -> targets.include(QUERY))
                .isInstanceOf(NeuralException.class)
                .hasMessageContaining("takes too long");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "target_modules": ["q_proj"] | true
            "target_modules": ["proj"] | false
            "target_modules": ["model.layers.11.self_attn.q_proj"] | true
            "target_modules": "all-linear" | true
            "target_modules": ".*\\\\.[qv]_proj" | true
            "target_modules": "q_proj" | false
            "target_modules": ["q_proj"], "layers_to_transform": [1, 2] | false
            "target_modules": ["q_proj"], "layers_to_transform": 11 | true
            "target_modules": ["q_proj"], "layers_to_transform": [11], "layers_pattern": "layers" | true
            "target_modules": ["q_proj"], "layers_to_transform": [11], "layers_pattern": ["h"] | false
            "target_modules": ["q_proj"], "exclude_modules": ["self_attn.q_proj"] | false
            "target_modules": "all-linear", "exclude_modules": ".*q_proj" | false
            """)
    void layersAreChosenAsPeftChooses(String keys, boolean chosen) throws IOException {
        assertThat(read(keys).targets().include(QUERY)).isEqualTo(chosen);
    }

    @Test
    void theHeadIsNoTargetOfAllLinear() {
        assertThat(Targets.allLinear().include(List.of("lm_head"))).isFalse();
    }

    @Test
    void patternsGiveLayersRanksAndAlphasOfTheirOwn() throws IOException {
        // Given
        AdapterConfiguration configuration = read("""
                "r": 8, "lora_alpha": 16, "target_modules": ["q_proj", "k_proj"],
                "rank_pattern": {"11.self_attn.q_proj": 4}, "alpha_pattern": {"q_proj": 64}""");

        // When // Then
        assertThat(configuration.rank(QUERY)).isEqualTo(4);
        assertThat(configuration.scale(QUERY)).isEqualTo(16);
        assertThat(configuration.withRankStabilised(true).scale(QUERY)).isEqualTo(32);
        assertThat(configuration.scale(List.of("model.layers.11.self_attn.k_proj")))
                .isEqualTo(2);
    }
}
