package dev.cadwright.cli.local.tokenizer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.tokenizer.Tokenizer;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code tokenizer decode}. */
final class TokenizerDecoding {
    private record DecodeRecord(String name, int tokens, String text) {}

    private final Terminal terminal;
    private final boolean json;

    TokenizerDecoding(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(DecodeOptions options) throws IOException {
        if (options.inputs.isEmpty() && options.ids.isEmpty()) {
            throw CommandFailure.usage("Name files or -, or give --ids.");
        }
        List<String> names = Texts.names(options.inputs);
        try (Tokenizer tokenizer = Tokenizer.load(options.tokenizer)) {
            if (!options.ids.isEmpty()) {
                int[] ids = options.ids.stream().mapToInt(Integer::intValue).toArray();
                print("ids", ids, tokenizer.decode(ids, options.skipSpecial));
            }
            for (String name : names) {
                Texts.Named input = Texts.read(name);
                for (String line :
                        input.text().lines().filter(one -> !one.isBlank()).toList()) {
                    Line read = line(input.name(), line);
                    print(read.name(), read.ids(), tokenizer.decode(read.ids(), options.skipSpecial));
                }
            }
        }
        return ExitCode.SUCCESS;
    }

    private record Line(String name, int[] ids) {}

    private Line line(String name, String line) {
        try {
            if (!line.startsWith("{") && !line.startsWith("[")) {
                int[] ids = Stream.of(line.strip().split("[\\s,]+"))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                return new Line(name, ids);
            }
            JsonNode node = terminal.mapper().readTree(line);
            JsonNode array = node.isArray() ? node : node.path("ids");
            if (!array.isArray()) {
                throw CommandFailure.usage(name + " has a line without ids: " + shortened(line));
            }
            int[] ids = new int[array.size()];
            for (int i = 0; i < ids.length; i++) {
                if (!array.get(i).canConvertToInt()) {
                    throw CommandFailure.usage(name + " has an id that is no number: " + array.get(i));
                }
                ids[i] = array.get(i).intValue();
            }
            return new Line(node.path("name").asText(name), ids);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw CommandFailure.usage(name + " has a line that holds no ids: " + shortened(line));
        }
    }

    private static String shortened(String line) {
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private void print(String name, int[] ids, String text) {
        if (json) {
            terminal.json(new DecodeRecord(name, ids.length, text));
        } else {
            terminal.out().println(text);
        }
    }
}
