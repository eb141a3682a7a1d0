package dev.cadwright.cli.local.tokenizer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.tokenizer.ChatOptions;
import dev.cadwright.neural.tokenizer.Encoding;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code tokenizer encode}. */
final class TokenizerEncoding {
    private static final TypeReference<List<Map<String, Object>>> OBJECTS = new TypeReference<>() {};

    /** @param text what the chat template wrote */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record EncodeRecord(String name, int tokens, int[] ids, int[][] offsets, String text) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Refused(String name, Reason error) {}

    private record Reason(String code, String message) {}

    private final Terminal terminal;
    private final boolean json;

    TokenizerEncoding(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(EncodeOptions options) throws IOException {
        if (options.inputs.isEmpty() && options.texts.isEmpty()) {
            throw CommandFailure.usage("Name files, folders or -, or give --text.");
        }
        List<String> names = Texts.names(options.inputs);
        int failures = 0;
        try (Tokenizer tokenizer = Tokenizer.load(options.tokenizer)) {
            for (String text : options.texts) {
                failures += encode(tokenizer, new Texts.Named("text", text), options) ? 0 : 1;
            }
            for (String name : names) {
                failures += encode(tokenizer, Texts.read(name), options) ? 0 : 1;
            }
        }
        return failures == 0 ? ExitCode.SUCCESS : ExitCode.PARTIAL;
    }

    private boolean encode(Tokenizer tokenizer, Texts.Named input, EncodeOptions options) {
        try {
            String text = options.chat ? conversation(tokenizer, input, options) : input.text();
            Encoding encoding = tokenizer.encode(text, options.addSpecial);
            int[][] offsets = options.offsets ? offsets(encoding) : null;
            print(
                    new EncodeRecord(
                            input.name(), encoding.length(), encoding.ids(), offsets, options.chat ? text : null),
                    tokenizer);
            return true;
        } catch (NeuralException e) {
            if (json) {
                terminal.json(new Refused(input.name(), new Reason(e.code(), e.getMessage())));
            } else {
                terminal.err().println("cadwright: " + input.name() + ": " + e.getMessage() + " [" + e.code() + "]");
            }
            return false;
        }
    }

    private String conversation(Tokenizer tokenizer, Texts.Named input, EncodeOptions options) {
        try {
            JsonNode node = terminal.mapper().readTree(input.text());
            JsonNode messages = node.isArray() ? node : node.path("messages");
            if (!messages.isArray()) {
                throw new NeuralException("bad_conversation", "A conversation is a list of messages.");
            }
            List<Map<String, Object>> tools = node.path("tools").isArray()
                    ? terminal.mapper().convertValue(node.path("tools"), OBJECTS)
                    : List.of();
            return tokenizer
                    .chat()
                    .render(
                            terminal.mapper().convertValue(messages, OBJECTS),
                            ChatOptions.of(options.addGenerationPrompt).withTools(tools));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new NeuralException("bad_conversation", "The conversation is not a list of messages in JSON.", e);
        }
    }

    private static int[][] offsets(Encoding encoding) {
        return IntStream.range(0, encoding.length())
                .mapToObj(i -> new int[] {encoding.begins()[i], encoding.ends()[i]})
                .toArray(int[][]::new);
    }

    private void print(EncodeRecord encoded, Tokenizer tokenizer) {
        if (json) {
            terminal.json(encoded);
            return;
        }
        if (encoded.text() != null) {
            terminal.out().println(encoded.text());
        }
        terminal.out().println(encoded.name() + ": " + encoded.tokens() + " tokens");
        if (encoded.offsets() == null) {
            terminal.out()
                    .println(Arrays.stream(encoded.ids())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(" ")));
            return;
        }
        for (int i = 0; i < encoded.tokens(); i++) {
            terminal.out()
                    .printf(
                            "%8d  %6d–%-6d  %s%n",
                            encoded.ids()[i],
                            encoded.offsets()[i][0],
                            encoded.offsets()[i][1],
                            tokenizer.token(encoded.ids()[i]).orElse(""));
        }
    }
}
