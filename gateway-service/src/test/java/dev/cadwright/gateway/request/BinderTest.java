package dev.cadwright.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cadwright.gateway.dataset.DatasetRequest;
import dev.cadwright.gateway.finetuning.FineTuningRequest;
import dev.cadwright.gateway.generation.GenerationRequest;
import dev.cadwright.gateway.kind.BenchmarkRun;
import dev.cadwright.gateway.kind.DatasetBuild;
import dev.cadwright.gateway.kind.DatasetExport;
import dev.cadwright.gateway.kind.InferenceGenerate;
import dev.cadwright.gateway.kind.RenderViews;
import dev.cadwright.gateway.kind.SourceType;
import dev.cadwright.gateway.problem.Fault;
import dev.cadwright.gateway.problem.ProblemCode;
import dev.cadwright.gateway.problem.ProblemException;
import jakarta.validation.Validation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;

class BinderTest {
    private static final Binder BINDER = new Binder(Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SHA = "ab".repeat(32);
    private static final String JOB = "0193b0c5-0000-7000-8000-000000000001";

    @Test
    void readsAWholeRequest() throws IOException {
        var request = read("""
                {"name": "parts", "seed": 7, "sources": [{"type": "procedural", "count": 10}],
                 "splits": {"train": 0.5, "test": 0.5}, "views": {"views": ["front", "iso"]}}
                """, DatasetRequest.class);
        assertThat(request.name()).isEqualTo("parts");
        assertThat(request.sources().getFirst().type()).isEqualTo(SourceType.PROCEDURAL);
        assertThat(request.views().views()).hasSize(2);
    }

    @Test
    void namesEveryFaultAtOnceWithItsPlace() {
        var faults = faults("""
                {"nme": "parts", "seed": "one", "sources": [{"type": "procedual", "count": 1.5}, {"tpye": "step"}]}
                """, DatasetRequest.class);
        assertThat(faults)
                .extracting(Fault::pointer, Fault::code)
                .contains(
                        tuple("/nme", "unknown_field"),
                        tuple("/seed", "wrong_type"),
                        tuple("/sources/0/type", "unknown_value"),
                        tuple("/sources/0/count", "wrong_type"),
                        tuple("/sources/1/tpye", "unknown_field"));
        assertThat(faults.getFirst().hint()).isEqualTo("Did you mean \"name\"?");
    }

    @Test
    void tellsConstraintsByJsonNamesAndPointers() {
        assertThat(faults(
                        "{\"name\": \"Parts!\", \"sources\": [{\"type\": \"procedural\"}], \"points\": {\"count\": 9000}}",
                        DatasetRequest.class))
                .extracting(Fault::pointer)
                .containsExactly("/name", "/points/count", "/points/count", "/sources/0/count");
        assertThat(faults(
                        "{\"model\": \"\", \"training_file\": \"d\", \"training\": {\"learning_rate\": -1}}",
                        FineTuningRequest.class))
                .extracting(Fault::pointer)
                .containsExactly("/model", "/training/learning_rate");
    }

    @Test
    void requiresWhatIsRequired() {
        assertThat(faults("{}", DatasetRequest.class))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/name", "required"), tuple("/sources", "required"));
    }

    @Test
    void refusesFractionsThatDoNotAddUp() {
        assertThat(faults(
                                "{\"name\": \"a\", \"sources\": [{\"type\": \"procedural\", \"count\": 1}], \"splits\": {\"train\": 0.9}}",
                                DatasetRequest.class)
                        .getFirst()
                        .message())
                .contains("add up to 1, not 0.9");
    }

    @Test
    void acceptsAnAlias() throws IOException {
        assertThat(read("{\"model\": \"m\", \"dataset\": \"d\", \"max_tokens\": 5}", GenerationRequest.class)
                        .maxTokens())
                .isEqualTo(5);
    }

    @Test
    void refusesWhatIsNotOneJsonValue() {
        assertThat(code("{\"name\": \"a\"")).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(code("{} {}")).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(code("{\"name\": \"a\", \"name\": \"b\"}")).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(code("[".repeat(5000))).isEqualTo(ProblemCode.MALFORMED_JSON);
        assertThat(code("[]")).isEqualTo(ProblemCode.INVALID_REQUEST);
        assertThat(code("null")).isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void saysWhereTheJsonBreaks() {
        var problem = problem("{\"name\": \n  oops}", DatasetRequest.class);
        assertThat(problem).hasMessageStartingWith("Line 2, column");
    }

    @Test
    void lettersAreNotCoercedToNumbersNorNumbersToBooleans() {
        assertThat(faults("{\"name\": 1, \"solids\": 1, \"unitSize\": \"5\", \"sources\": {}}", DatasetRequest.class))
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder("/name", "/solids", "/unitSize", "/sources");
    }

    @Test
    void referencesStandForAnyValueOfAnInput() {
        assertThatCode(() -> check(
                        "{\"dataset\": {\"$from\": \"%s\", \"path\": \"/manifest\"}, \"views\": [\"front\"]}"
                                .formatted(JOB),
                        RenderViews.class))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        "{\"model\": {\"$from\": \"%s\", \"path\": \"/model\"}, \"dataset\": \"%s\"}"
                                .formatted(JOB, SHA),
                        InferenceGenerate.class))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        "{\"dataset\": \"%2$s\", \"entries\": [{\"$from\": \"%1$s\"}], \"histories\": {\"a\": {\"$from\": \"%1$s\"}}}"
                                .formatted(JOB, SHA),
                        BenchmarkRun.class))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(
                        "{\"dataset\": \"%2$s\", \"name\": \"a\", \"conversations\": {\"$from\": \"%1$s\", \"path\": \"\"}}"
                                .formatted(JOB, SHA),
                        DatasetExport.class))
                .doesNotThrowAnyException();
    }

    @Test
    void malformedReferencesAndWhatStandsBesideThemAreStillChecked() {
        var problem = catchThrowableOfType(
                ProblemException.class, () -> check("{\"dataset\": {\"$from\": 5}, \"size\": 100}", RenderViews.class));
        assertThat(problem.faults()).extracting(Fault::code).containsExactly("invalid_reference");
        var beside = catchThrowableOfType(
                ProblemException.class,
                () -> check("{\"dataset\": {\"$from\": \"%s\"}, \"size\": 5}".formatted(JOB), RenderViews.class));
        assertThat(beside.faults()).extracting(Fault::pointer).containsExactly("/size");
    }

    @Test
    void inputsOfSourcesFollowTheirType() {
        var problem = catchThrowableOfType(
                ProblemException.class,
                () -> check(
                        "{\"name\": \"a\", \"sources\": [{\"type\": \"step\"}, {\"type\": \"procedural\", \"count\": 1, \"artifact\": \"%s\"}]}"
                                .formatted(SHA),
                        DatasetBuild.class));
        assertThat(problem.faults())
                .extracting(Fault::pointer)
                .containsExactly("/sources/0/artifact", "/sources/1/artifact");
    }

    @Property(tries = 500)
    void anyJsonIsReadOrRefusedWithAProblem(@ForAll("json") String body) throws IOException {
        try {
            assertThat(read(body, DatasetRequest.class).name()).isNotBlank();
        } catch (ProblemException problem) {
            assertThat(problem.getMessage()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> json() {
        var field =
                Arbitraries.of("name", "seed", "sources", "type", "count", "views", "$from", "path", "nmae", "a/b~c");
        var leaf = Arbitraries.of(
                "1",
                "-1",
                "1.5",
                "1e400",
                "true",
                "null",
                "\"procedural\"",
                "\"a\"",
                "\"\\u0000\"",
                "[]",
                "{}",
                "x",
                "");
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                        Combinators.combine(
                                        field.list().uniqueElements().ofSize(3),
                                        inner.list().ofSize(3))
                                .as((names, values) -> "{\"%s\":%s,\"%s\":%s,\"%s\":%s}"
                                        .formatted(
                                                names.get(0),
                                                values.get(0),
                                                names.get(1),
                                                values.get(1),
                                                names.get(2),
                                                values.get(2)))),
                0,
                3);
    }

    private static <T> T read(String body, Class<T> type) throws IOException {
        return BINDER.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type);
    }

    private static void check(String input, Class<?> type) throws IOException {
        JsonNode tree = JSON.readTree(input);
        BINDER.check(tree, type);
    }

    private static ProblemException problem(String body, Class<?> type) {
        return catchThrowableOfType(ProblemException.class, () -> read(body, type));
    }

    private static List<Fault> faults(String body, Class<?> type) {
        return problem(body, type).faults();
    }

    private static ProblemCode code(String body) {
        return problem(body, DatasetRequest.class).code();
    }
}
