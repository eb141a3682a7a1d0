package dev.cadwright.neural.tokenizer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.jinja.Template;
import dev.cadwright.neural.tokenizer.jinja.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How conversations are written for a model: the Jinja templates of its folder ({@code chat_template.jinja} and
 * {@code additional_chat_templates}, {@code tokenizer_config.json}, {@code chat_template.json}), rendered to the letter as
 * Python's transformers does. Safe for use by several threads at once.
 */
public final class ChatTemplates {
    /** The name of the template that is used where none is named. */
    public static final String DEFAULT = "default";

    static final ChatTemplates NONE = new ChatTemplates(Map.of(), SpecialTokens.NONE, Clock.systemDefaultZone());

    private static final String WITH_TOOLS = "tool_use";

    private final Map<String, String> sources;
    private final SpecialTokens special;
    private final Clock clock;
    private final Map<String, Template> parsed = new ConcurrentHashMap<>();

    private ChatTemplates(Map<String, String> sources, SpecialTokens special, Clock clock) {
        this.sources = sources;
        this.special = special;
        this.clock = clock;
    }

    /** One template, for a model whose folder has none. */
    public static ChatTemplates of(String template, SpecialTokens special, Clock clock) {
        return new ChatTemplates(Map.of(DEFAULT, template), special, clock);
    }

    static ChatTemplates read(TokenizerFolder folder, TokenizerSettings settings) {
        Map<String, String> sources = new LinkedHashMap<>();
        take(folder.json("chat_template.json").path("chat_template"), sources);
        take(settings.config().path("chat_template"), sources);
        if (folder.has("chat_template.jinja")) {
            sources.put(DEFAULT, folder.text("chat_template.jinja"));
        }
        additional(folder).forEach((name, file) -> sources.put(name, folder.text(file)));
        return new ChatTemplates(sources, settings.special(), Clock.systemDefaultZone());
    }

    /** The names of the templates; {@link #DEFAULT} is used where none is named. */
    public Set<String> names() {
        return sources.keySet();
    }

    /**
     * Writes a conversation as the text that the model is trained on; special tokens are part of it, so it is encoded
     * without adding them again.
     *
     * @param messages objects of plain JSON values (text, numbers, booleans, null, lists and maps), each with a role
     * @throws NeuralException {@code no_chat_template}; {@code bad_conversation} where the template refuses the messages;
     *     {@code bad_chat_template} where it fails otherwise
     */
    public String render(List<Map<String, Object>> messages, ChatOptions options) {
        return options.continueFinalMessage()
                ? OpenEnd.render(messages, marked -> rendered(marked, options).text())
                : rendered(messages, options).text();
    }

    /** As {@link #render}, with what the template marks as the assistant's own words ({@code generation} blocks). */
    public Template.Rendering rendered(List<Map<String, Object>> messages, ChatOptions options) {
        Map<String, Object> variables = new LinkedHashMap<>(special.roles());
        if (!special.additional().isEmpty()) {
            variables.put("additional_special_tokens", special.additional());
        }
        variables.putAll(options.variables());
        variables.put(
                "messages", messages.stream().map(ChatTemplates::withReasoning).toList());
        variables.put("tools", options.tools().isEmpty() ? null : options.tools());
        variables.put("documents", null);
        variables.put("add_generation_prompt", options.addGenerationPrompt());
        String name = name(options);
        try {
            return parsed.computeIfAbsent(name, key -> Template.parse(sources.get(key)))
                    .render(variables, clock);
        } catch (TemplateException e) {
            boolean raised = e.kind() == TemplateException.Kind.RAISED;
            throw new NeuralException(
                    raised ? "bad_conversation" : "bad_chat_template",
                    (raised
                                    ? "The model's chat template refuses the conversation: "
                                    : "The model's chat template fails: ")
                            + e.getMessage(),
                    e);
        } catch (IllegalArgumentException e) {
            throw new NeuralException("bad_conversation", "The conversation is not plain data: " + e.getMessage(), e);
        }
    }

    private String name(ChatOptions options) {
        boolean ofTools = options.template().isEmpty() && !options.tools().isEmpty() && sources.containsKey(WITH_TOOLS);
        String name = options.template().orElse(ofTools ? WITH_TOOLS : DEFAULT);
        if (!sources.containsKey(name)) {
            throw new NeuralException(
                    "no_chat_template",
                    sources.isEmpty()
                            ? "The model has no chat template: it was not trained on conversations."
                            : "The model has no chat template \"" + name + "\"; it has " + sources.keySet() + ".");
        }
        return name;
    }

    /** Reasoning comes under three names; templates read the first or the second. */
    private static Map<String, Object> withReasoning(Map<String, Object> message) {
        Optional<Object> reasoning = Stream.of("reasoning_content", "thinking", "reasoning")
                .map(message::get)
                .filter(Objects::nonNull)
                .findFirst();
        if (reasoning.isEmpty()) {
            return message;
        }
        Map<String, Object> aliased = new LinkedHashMap<>();
        aliased.put("thinking", reasoning.get());
        aliased.putAll(message);
        aliased.put("reasoning_content", reasoning.get());
        return aliased;
    }

    private static void take(JsonNode template, Map<String, String> sources) {
        if (template.isTextual()) {
            sources.put(DEFAULT, template.asText());
        }
        if (template.isArray()) {
            template.forEach(named -> {
                if (named.path("name").isTextual() && named.path("template").isTextual()) {
                    sources.put(
                            named.path("name").asText(), named.path("template").asText());
                }
            });
        }
    }

    private static Map<String, String> additional(TokenizerFolder folder) {
        Path path = folder.folder().resolve("additional_chat_templates");
        Map<String, String> files = new LinkedHashMap<>();
        if (!Files.isDirectory(path)) {
            return files;
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> found = Files.list(path)) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".jinja"))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            throw new NeuralException("bad_tokenizer", path + " cannot be read: " + e.getMessage(), e);
        }
        names.forEach(name ->
                files.put(name.substring(0, name.length() - ".jinja".length()), "additional_chat_templates/" + name));
        return files;
    }
}
