package dev.cadwright.neural.tokenizer.jinja;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Python's transformers 5.23 wrote is in the resources, with the script that recorded it. */
class TemplateTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-07T15:04:09Z"), ZoneOffset.UTC);

    static Stream<JsonNode> snippets() {
        return lines("snippets.jsonl");
    }

    static Stream<String> families() {
        return lines("expected.jsonl")
                .map(line -> line.path("template").asText())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void aSnippetIsRenderedAsInPython(JsonNode snippet) throws IOException {
        // Given
        String source = snippet.path("template").asText();
        Map<String, Object> values = plain(JSON.readTree(text("values.json")));

        // When, Then
        if (snippet.has("error")) {
            assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> render(source, values));
        } else {
            assertThat(render(source, values))
                    .isEqualTo(snippet.path("expected").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void conversationsAreWrittenAsInPython(String family) throws IOException {
        Template template = Template.parse(text("chat/" + family + ".jinja"));
        JsonNode data = JSON.readTree(text("conversations.json"));
        lines("expected.jsonl")
                .filter(line -> line.path("template").asText().equals(family))
                .forEach(line -> {
                    Map<String, Object> variables = variables(data, line);
                    String name = line.path("conversation") + " " + line.path("options");
                    if (line.has("error")) {
                        assertThatExceptionOfType(TemplateException.class)
                                .as(name)
                                .isThrownBy(() -> template.render(variables, CLOCK))
                                .satisfies(failure -> assertThat(failure.kind() == TemplateException.Kind.RAISED)
                                        .isEqualTo(line.has("raised")))
                                .satisfies(failure -> assertThat(
                                                line.path("raised").asText(failure.getMessage()))
                                        .isEqualTo(failure.getMessage()));
                    } else {
                        assertThat(template.render(variables, CLOCK).text())
                                .as(name)
                                .isEqualTo(line.path("expected").asText());
                    }
                });
    }

    @Test
    void timesAreWrittenAsByStrftime() {
        assertThat(render("{{ strftime_now('%d %b %Y|%B %-d, %A %a|%H:%M:%S|%I %p|%j %y %m|%%|%F') }}", Map.of()))
                .isEqualTo("07 Mar 2026|March 7, Saturday Sat|15:04:09|03 PM|066 26 03|%|2026-03-07");
    }

    @Test
    void theAssistantsOwnWordsAreMarked() {
        // Given
        Template template =
                Template.parse("{% for m in ms %}<{{ m }}>{% generation %}{{ m }}!{% endgeneration %}{% endfor %}");

        // When
        Template.Rendering rendering = template.render(Map.of("ms", List.of("a", "bc")), CLOCK);

        // Then
        assertThat(rendering.text()).isEqualTo("<a>a!<bc>bc!");
        assertThat(rendering.generations())
                .extracting(span -> rendering.text().substring(span.begin(), span.end()))
                .containsExactly("a!", "bc!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
                "{% set ns = namespace(s='x') %}{% for i in range(99999) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
                "{{ 'x' * 999999999 }}",
                "{{ 'x' * 9999999999999 }}",
                "{{ [0] * 999999999 }}",
                "{{ [[0] * 99999] * 99999 }}",
                "{{ 'a'.zfill(2000000000) }}",
                "{{ 'a'|center(2000000000) }}",
                "{{ '%2000000000d' % 1 }}",
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro m(n) %}{{ m(n) }}{{ m(n) }}{% endmacro %}{{ m(1) }}",
                "{% set ns = namespace(l=[1]) %}{% for i in range(99) %}{% set ns.l = ns.l + ns.l %}{% endfor %}{{ ns.l }}",
                "{% set ns = namespace(l=[1]) %}{% for i in range(999) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}",
                "{% set ns = namespace(l=[1]) %}{% for i in range(50) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l == ns.l|list }}",
                "{% set ns = namespace(d={}) %}{% for i in range(50) %}{% set ns.d = {'a': ns.d, 'b': ns.d} %}{% endfor %}{{ ns.d|tojson }}",
                "{% for i in range(99999) %}{{ 'abcdefghijklmnopqrstuvwxyz' * 999 }}{% endfor %}",
                "{{ 'ab'.replace('', 'x' * 4000000) }}",
                "{{ ('x' * 4000000).replace('x', 'yyyyyyyyyy') }}",
                "{{ ('x' * 4000000).split('x') | map('upper') | join('yyyyyyyyyyyyyyyyyyyy') }}"
            })
    void aTemplateThatAsksForTooMuchIsStopped(String source) {
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> render(source, Map.of()))
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(TemplateException.Kind.EXHAUSTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "{% if x %}", "{% for i in x %}", "not ", "-", "{'a':", "x if "})
    void endlessNestingIsRefused(String opening) {
        String source = opening.startsWith("{%") ? opening.repeat(50_000) : "{{ " + opening.repeat(50_000) + "1 }}";
        assertThatExceptionOfType(TemplateException.class).isThrownBy(() -> Template.parse(source));
    }

    @Test
    void longChainsOfOperatorsAreRefusedOrRendered() {
        assertThat(render("{{ 1" + " + 1".repeat(150) + " }}", Map.of())).isEqualTo("151");
        assertThatExceptionOfType(TemplateException.class)
                .isThrownBy(() -> Template.parse("{{ 1" + " + 1".repeat(100_000) + " }}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{ ''.getClass() }}", "{{ x.class }}", "{{ x.getClass().forName('java.lang.Runtime') }}"})
    void nothingOfJavaIsReached(String source) {
        String written;
        try {
            written = render(source, Map.of("x", "y"));
        } catch (TemplateException e) {
            return;
        }
        assertThat(written).isEmpty();
    }

    private static String render(String source, Map<String, Object> values) {
        return Template.parse(source).render(values, CLOCK).text();
    }

    private static Map<String, Object> variables(JsonNode data, JsonNode line) {
        Map<String, Object> variables = new LinkedHashMap<>(plain(data.path("special")));
        variables.put("tools", null);
        variables.put("documents", null);
        variables.put("add_generation_prompt", false);
        variables.putAll(plain(data.path("options").path(line.path("options").asInt())));
        JsonNode messages =
                data.path("conversations").path(line.path("conversation").asText());
        variables.put("messages", JSON.convertValue(messages, Object.class));
        return variables;
    }

    private static Map<String, Object> plain(JsonNode node) {
        return JSON.convertValue(node, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static Stream<JsonNode> lines(String name) {
        return text(name).lines().map(line -> {
            try {
                return JSON.readTree(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(String name) {
        try (InputStream in = TemplateTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
