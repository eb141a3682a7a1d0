package dev.cadwright.neural.corpus;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one object in any of the usual forms: {@code messages} (OpenAI), {@code conversations} (ShareGPT, LLaVA),
 * {@code prompt} and {@code completion}, or {@code text}; beside it {@code image}, or {@code points}, a {@code .npy}.
 */
final class SampleReader {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final String ASSISTANT = "assistant";
    private static final List<String> ANSWERS = List.of("completion", "code", "program", "text");

    private SampleReader() {}

    /**
     * @param folder where the files are that it names
     * @throws NeuralException {@code bad_training_data}, saying what is wrong but not where
     */
    static Sample read(JsonNode node, Path folder) {
        if (!node.isObject()) {
            throw bad("is no object");
        }
        Optional<Cloud> cloud = cloud(node, folder);
        return new Sample(cloud.isPresent() ? shape(node) : content(node), image(node), cloud);
    }

    /** A cloud is a question of its own, so that its answer is enough. */
    private static Sample.Content shape(JsonNode node) {
        for (String key : ANSWERS) {
            if (node.path(key).isTextual() && !node.has("prompt")) {
                return new Sample.Content.Continuation("", node.path(key).asText());
            }
        }
        return content(node);
    }

    private static Optional<Cloud> cloud(JsonNode node, Path folder) {
        JsonNode points = node.has("points") ? node.path("points") : node.path("point_cloud");
        if (points.isMissingNode() || points.isNull()) {
            return Optional.empty();
        }
        if (!points.isTextual()) {
            throw bad("names not one .npy file of points");
        }
        return Optional.of(new Cloud.Stored(folder.resolve(points.asText())));
    }

    private static Optional<String> image(JsonNode node) {
        JsonNode image = node.has("image") ? node.path("image") : node.path("images");
        if (image.isArray() && image.size() == 1) {
            image = image.get(0);
        }
        if (image.isMissingNode() || image.isNull() || (image.isArray() && image.isEmpty())) {
            return Optional.empty();
        }
        if (!image.isTextual()) {
            throw bad("names not one picture by its file");
        }
        return Optional.of(image.asText());
    }

    private static Sample.Content content(JsonNode node) {
        if (node.has("messages")) {
            return conversation(messages(node.path("messages")), 0);
        }
        if (node.has("conversations")) {
            return conversation(turns(node.path("conversations")), 0);
        }
        if (node.has("prompt") && node.has("completion")) {
            return continuation(node.path("prompt"), node.path("completion"));
        }
        if (node.path("text").isTextual()) {
            return new Sample.Content.Plain(node.path("text").asText());
        }
        throw bad("has neither messages, nor conversations, nor prompt and completion, nor text");
    }

    private static Sample.Content continuation(JsonNode prompt, JsonNode completion) {
        if (prompt.isTextual() && completion.isTextual()) {
            return new Sample.Content.Continuation(prompt.asText(), completion.asText());
        }
        List<Map<String, Object>> messages = new ArrayList<>(messages(prompt));
        int first = messages.size();
        messages.addAll(messages(completion));
        return conversation(messages, first);
    }

    private static Sample.Content conversation(List<Map<String, Object>> messages, int first) {
        boolean answers =
                messages.subList(first, messages.size()).stream().anyMatch(m -> ASSISTANT.equals(m.get("role")));
        if (!answers) {
            throw bad("is a conversation in which the assistant says nothing");
        }
        return new Sample.Content.Conversation(messages, first);
    }

    private static List<Map<String, Object>> messages(JsonNode list) {
        if (!list.isArray()) {
            throw bad("has messages that are no list");
        }
        List<Map<String, Object>> messages = new ArrayList<>();
        for (JsonNode message : list) {
            if (!message.path("role").isTextual()) {
                throw bad("has a message without a role");
            }
            messages.add(MAPPER.convertValue(message, OBJECT));
        }
        return messages;
    }

    private static List<Map<String, Object>> turns(JsonNode list) {
        if (!list.isArray()) {
            throw bad("has conversations that are no list");
        }
        List<Map<String, Object>> messages = new ArrayList<>();
        for (JsonNode turn : list) {
            if (turn.path("role").isTextual()) {
                messages.add(MAPPER.convertValue(turn, OBJECT));
                continue;
            }
            if (!turn.path("from").isTextual() || !turn.path("value").isTextual()) {
                throw bad("has a turn without from and value");
            }
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("role", role(turn.path("from").asText()));
            message.put("content", turn.path("value").asText());
            messages.add(message);
        }
        return messages;
    }

    private static String role(String from) {
        return switch (from) {
            case "human", "user" -> "user";
            case "gpt", "chatgpt", "assistant", "model", "bot" -> ASSISTANT;
            case "system" -> "system";
            case "tool", "function", "observation" -> "tool";
            default -> throw bad("has a turn from " + from + ", which is no role");
        };
    }

    private static NeuralException bad(String message) {
        return new NeuralException("bad_training_data", message);
    }
}
