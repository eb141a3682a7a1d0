package dev.cadwright.neural.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.Tiny;
import dev.cadwright.neural.model.CausalInput;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.safetensors.SafetensorsFile;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchDecoderTest {
    private static final List<long[]> PROMPTS =
            List.of(new long[] {5, 9, 200, 31, 7}, new long[] {3}, new long[] {77, 12, 150, 4, 4, 90, 61, 8, 18});

    private NDManager scope;

    @BeforeEach
    void open() {
        scope = Tiny.MANAGER.newSubManager();
    }

    @AfterEach
    void close() {
        scope.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "qwen3", "llama", "mistral", "gpt2", "phi", "gemma"})
    void greedyTokensAndTheirLogProbabilitiesAreThoseOfTransformers(String name) {
        try (Model model = Golden.load(name);
                SafetensorsFile expected = Golden.expected(name)) {
            // Given
            long[] ids = expected.integers("generated_ids");
            int count = (int) expected.entry("generated_ids").shape()[1];
            float[] top = expected.floats("generated_top5_logprobs");
            DecodingRequest request = DecodingRequest.greedy(0, count, Set.of()).withAlternatives(5);

            // When
            List<DecodedToken> written =
                    write(model, Golden.prompt(name, scope), List.of(request)).getFirst();

            // Then
            assertThat(written).hasSize(count).last().satisfies(token -> assertThat(token.finish())
                    .contains(FinishReason.LENGTH));
            for (int i = 0; i < count; i++) {
                LogProbabilities told = written.get(i).logProbabilities().orElseThrow();
                assertThat((long) written.get(i).token()).as("token %d", i).isEqualTo(ids[i]);
                assertThat(told.token()).isCloseTo(top[5 * i], within(2e-4));
                for (int rank = 0; rank < 5; rank++) {
                    assertThat(told.likeliest().get(rank).logProbability()).isCloseTo(top[5 * i + rank], within(2e-4));
                }
            }
        }
    }

    @Test
    void aRowIsWrittenAlikeAloneAndAmongOthersOfOtherLengths() {
        try (Model model = Golden.load("qwen2")) {
            // Given
            Sampling sampling = new Sampling(0.9, 40, 0.95, 0.01, 1.1);
            List<DecodingRequest> requests = new ArrayList<>();
            for (int prompt = 0; prompt < PROMPTS.size(); prompt++) {
                for (int sample = 0; sample < 3; sample++) {
                    int maximum = 6 + 5 * sample;
                    requests.add(
                            DecodingRequest.greedy(prompt, maximum, Set.of()).with(sampling, 17, sample));
                }
            }

            // When
            List<List<Integer>> together = tokens(write(model, Golden.rows(scope, PROMPTS), requests));

            // Then
            for (int i = 0; i < requests.size(); i++) {
                DecodingRequest request = requests.get(i);
                DecodingRequest single =
                        DecodingRequest.greedy(0, request.maximum(), Set.of()).with(sampling, 17, request.sample());
                CausalInput prompt = Golden.rows(scope, List.of(PROMPTS.get(request.prompt())));
                assertThat(tokens(write(model, prompt, List.of(single))).getFirst())
                        .as("request %d", i)
                        .isEqualTo(together.get(i))
                        .hasSize(request.maximum());
            }
            assertThat(together.get(2))
                    .isNotEqualTo(together.get(1))
                    .startsWith(together.get(2).getFirst());
            assertThat(Set.copyOf(together)).hasSize(requests.size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "llama", "t5"})
    void aRepetitionPenaltyWritesWhatTransformersWrites(String name) {
        List<JsonNode> cases = Transformers.cases(name, "repetition_penalty");
        assertThat(cases).hasSize(2);
        try (Model model = Golden.load(name)) {
            for (JsonNode golden : cases) {
                // Given
                Sampling sampling = Sampling.GREEDY.withRepetitionPenalty(
                        golden.path("repetition_penalty").asDouble());
                DecodingRequest request = DecodingRequest.greedy(
                                0, golden.path("maximum").asInt(), Set.of())
                        .with(sampling, 0, 0);

                // When
                List<Integer> written = tokens(write(model, Golden.prompt(name, scope), List.of(request)))
                        .getFirst();

                // Then
                assertThat(written).isEqualTo(Transformers.integers(golden.path("tokens")));
            }
        }
    }

    @Test
    void aRowEndsWithItsTokenOrWhenItIsStoppedAndTheOthersGoOn() {
        try (Model model = Golden.load("qwen2")) {
            // Given
            List<Integer> undisturbed = tokens(
                            write(model, Golden.rows(scope, PROMPTS), List.of(DecodingRequest.greedy(0, 12, Set.of()))))
                    .getFirst();
            int end = undisturbed.get(4);
            int length = undisturbed.indexOf(end) + 1;
            List<DecodingRequest> requests = List.of(
                    DecodingRequest.greedy(0, 12, Set.of(end)),
                    DecodingRequest.greedy(0, 12, Set.of()),
                    DecodingRequest.greedy(0, 12, Set.of()));

            // When
            List<List<DecodedToken>> written = new ArrayList<>();
            try (BatchDecoder decoder = BatchDecoder.start(model, Golden.rows(scope, PROMPTS), requests)) {
                requests.forEach(request -> written.add(new ArrayList<>()));
                while (!decoder.finished()) {
                    decoder.step().forEach(token -> written.get(token.request()).add(token));
                    if (written.get(2).size() == 3) {
                        decoder.stop(2);
                    }
                }
                assertThat(decoder.step()).isEmpty();
            }

            // Then
            assertThat(tokens(written))
                    .containsExactly(undisturbed.subList(0, length), undisturbed, undisturbed.subList(0, 3));
            assertThat(written.get(0).getLast().finish()).contains(FinishReason.STOP);
            assertThat(written.get(2).getLast().finish()).isEmpty();
        }
    }

    @Test
    void aMaskLetsOnlyItsTokensThrough() {
        try (Model model = Golden.load("llama")) {
            // Given
            List<Integer> order = List.of(250, 3, 3, 199, 20);

            // When
            DecodingRequest request = DecodingRequest.greedy(0, order.size(), Set.of())
                    .with(Sampling.ofTemperature(1.5), 3, 0)
                    .withMask(new Prescribed(order));
            List<Integer> written = tokens(write(model, Golden.rows(scope, PROMPTS), List.of(request)))
                    .getFirst();

            // Then
            assertThat(written).isEqualTo(order);
        }
    }

    @Test
    void whatIsNoSamplingIsRefusedByName() {
        assertThatThrownBy(() -> Sampling.ofTemperature(Double.NaN))
                .isInstanceOf(NeuralException.class)
                .hasMessage("temperature must be from 0 to 100, not NaN");
        assertThatThrownBy(() -> Sampling.GREEDY.withTopP(0)).hasMessageContaining("top_p");
        assertThatThrownBy(() -> Sampling.GREEDY.withRepetitionPenalty(0)).hasMessageContaining("repetition_penalty");
    }

    /** Allows one token at a time. */
    private static final class Prescribed implements TokenMask {
        private final List<Integer> left;

        private Prescribed(List<Integer> tokens) {
            this.left = new ArrayList<>(tokens);
        }

        @Override
        public BitSet allowed() {
            BitSet allowed = new BitSet();
            allowed.set(left.getFirst());
            return allowed;
        }

        @Override
        public void accept(int token) {
            assertThat(left.removeFirst()).isEqualTo(token);
        }
    }

    private static List<List<DecodedToken>> write(Model model, CausalInput prompts, List<DecodingRequest> requests) {
        List<List<DecodedToken>> written = new ArrayList<>();
        IntStream.range(0, requests.size()).forEach(i -> written.add(new ArrayList<>()));
        try (BatchDecoder decoder = BatchDecoder.start(model, prompts, requests)) {
            while (!decoder.finished()) {
                decoder.step().forEach(token -> written.get(token.request()).add(token));
            }
        }
        return written;
    }

    private static List<List<Integer>> tokens(List<List<DecodedToken>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(DecodedToken::token).toList())
                .toList();
    }
}
