package dev.cadwright.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    private static final UUID JOB = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final JobError ERROR = JobError.temporary("stumbled", "it fell — \u0000 and got up");
    private static final ObjectMapper MAPPER = ContractJson.mapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaMappers(
                    mappers -> mappers.mapPrefix("https://cadwright.dev/schema/", "classpath:schema/")));

    static Stream<JobChange> changes() {
        return Stream.of(
                new JobChange.Waiting(List.of(JOB)),
                new JobChange.Queued(),
                new JobChange.Started(),
                new JobChange.Progressed(new Progress(3, 7, "drawing", Map.of("loss", 0.1, "lr", 1e-300))),
                new JobChange.Retrying("WORK", 4, 2, TIME, ERROR),
                new JobChange.Cancelling("enough"),
                new JobChange.Succeeded(MAPPER.createObjectNode().put("manifest", "ab")),
                new JobChange.Failed(ERROR.asExhausted()),
                new JobChange.Cancelled(""));
    }

    static Stream<JobCommand> commands() {
        JsonNode input = MAPPER.createObjectNode().put("size", 512);
        return Stream.of(
                new JobCommand.Run(
                        JOB, "render.views", "acme", 1, 2, -3, Optional.of(TIME), 5, input, Optional.of("abc")),
                new JobCommand.Run(JOB, "render.views", "acme", 1, 2, 0, Optional.empty(), 1, input, Optional.empty()),
                new JobCommand.Cancel(JOB, "render.views", "acme", 2, 9, "enough", Optional.empty()));
    }

    @Test
    void whatExecutingProgramsTakesAndGivesHasASchema() throws IOException {
        // Given
        String sha = "ab".repeat(32);
        String schema = "programs-execute.v1.json#/$defs/";

        // When // Then
        assertThat(problems(schema + "input", MAPPER.readTree("""
            {"folder": "%s", "export": ["step", "stl"], "timeout": 2.5, "memory": "512m", "unitSize": 7}\
            """.formatted(sha))))
                .isEmpty();
        assertThat(problems(schema + "input", MAPPER.readTree("{\"export\": [\"exe\"]}")))
                .isNotEmpty();
        assertThat(problems(schema + "output", MAPPER.readTree("""
            {"records": "%s", "programs": 3, "counts": {"ok": 2, "syntax": 1}, "seconds": 0.5}\
            """.formatted(sha))))
                .isEmpty();
        assertThat(problems(schema + "record", MAPPER.readTree("""
            {"name": "a.scad", "language": "openscad", "category": "ok", "error": null, "seconds": 0.1,
             "volume": 1.0, "bbox": [0, 0, 0, 1, 1, 1], "artifacts": {"stl": "%s"}}\
            """.formatted(sha))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyEventIsWhatItsSchemaSaysAndComesBackTheSame(JobChange change) throws IOException {
        // Given
        JobEvent event = new JobEvent(JOB, "render.views", "acme", 1, 6, TIME, change);

        // When
        JsonNode json = MAPPER.valueToTree(event);

        // Then
        assertThat(problems("job-event.v1.json", json)).isEmpty();
        assertThat(problems("job-event.v1.json#/$defs/" + change.word(), json)).isEmpty();
        assertThat(json.at("/change/type").asText()).isEqualTo(change.word());
        assertThat(event.type()).isEqualTo("cadwright.render.job." + change.word() + ".v1");
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(event), JobEvent.class))
                .isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsWhatItsSchemaSaysAndComesBackTheSame(JobCommand command) throws IOException {
        // When
        JsonNode json = MAPPER.valueToTree(command);

        // Then
        assertThat(problems("job-command.v1.json", json)).isEmpty();
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(command), JobCommand.class))
                .isEqualTo(command);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void anEventThatLacksAnythingIsRefusedByTheSchema(JobChange change) {
        // Given
        ObjectNode whole = MAPPER.valueToTree(new JobEvent(JOB, "render.views", "acme", 1, 6, TIME, change));

        // Then
        whole.fieldNames().forEachRemaining(name -> {
            ObjectNode part = whole.deepCopy().without(name);
            assertThat(problems("job-event.v1.json", part))
                    .as("without %s", name)
                    .isNotEmpty();
        });
        whole.get("change").fieldNames().forEachRemaining(name -> {
            ObjectNode part = whole.deepCopy();
            ((ObjectNode) part.get("change")).remove(name);
            assertThat(problems("job-event.v1.json", part))
                    .as("without change.%s", name)
                    .isNotEmpty();
        });
    }

    @Test
    void whatANewerServiceAddsIsIgnored() throws IOException {
        // Given
        ObjectNode json =
                MAPPER.valueToTree(new JobEvent(JOB, "render.views", "acme", 1, 1, TIME, new JobChange.Queued()));
        json.put("new", 1);
        ((ObjectNode) json.get("change")).put("newer", true);

        // Then
        assertThat(problems("job-event.v1.json", json)).isEmpty();
        assertThat(MAPPER.treeToValue(json, JobEvent.class).change()).isEqualTo(new JobChange.Queued());
    }

    @Test
    void theAsyncApiNamesEveryMessageWithItsSchemaAndEveryTopic() throws IOException {
        // Given
        JsonNode document;
        try (InputStream stream = SchemaTest.class.getResourceAsStream("/asyncapi/jobs.yaml")) {
            document = new ObjectMapper(new YAMLFactory()).readTree(stream);
        }
        Set<String> words = new HashSet<>(List.of("run", "cancel"));
        changes().forEach(change -> words.add(change.word()));

        // Then
        assertThat(document.get("asyncapi").asText()).startsWith("3.");
        assertThat(document.at("/components/messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(words);
        for (String word : words) {
            JsonNode message = document.at("/components/messages/" + word);
            String reference = message.at("/payload/schema/$ref").asText();
            assertThat(reference).startsWith("../schema/").endsWith("#/$defs/" + word);
            assertThat(message.get("name").asText()).isEqualTo("cadwright.{service}.job." + word + ".v1");
            assertThat(schema(reference.substring("../schema/".length())).getSchemaNode())
                    .isNotNull();
        }
        assertReferencesLead(document, document);
        assertThat(document.at("/channels/jobEvents/address").asText()).isEqualTo(Topics.JOB_EVENTS);
        assertThat(document.at("/channels/commands/address").asText()).isEqualTo(Topics.commands("{service}"));
        assertThat(document.at("/channels/commands/parameters/service/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Topics.SERVICES);
    }

    private static void assertReferencesLead(JsonNode document, JsonNode node) {
        if (node.has("$ref") && node.get("$ref").asText().startsWith("#")) {
            assertThat(document.at(node.get("$ref").asText().substring(1)).isMissingNode())
                    .as(node.toString())
                    .isFalse();
        }
        node.forEach(child -> assertReferencesLead(document, child));
    }

    private static JsonSchema schema(String name) {
        return SCHEMAS.getSchema(
                SchemaLocation.of("https://cadwright.dev/schema/" + name),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static Set<String> problems(String schema, JsonNode json) {
        Set<String> problems = new HashSet<>();
        schema(schema).validate(json).forEach(problem -> problems.add(problem.toString()));
        return problems;
    }
}
