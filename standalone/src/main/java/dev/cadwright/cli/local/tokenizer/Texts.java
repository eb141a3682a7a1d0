package dev.cadwright.cli.local.tokenizer;

import dev.cadwright.cli.terminal.CommandFailure;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that a command was given: files, folders (walked, sorted) or {@code -}. */
final class Texts {
    /** A text and where it came from. */
    record Named(String name, String text) {}

    private static final String STANDARD_INPUT = "-";

    private Texts() {}

    /** All files; folders are walked. */
    static List<Path> files(List<String> inputs) {
        List<Path> files = new ArrayList<>();
        for (String input : inputs) {
            Path path = Path.of(input);
            if (Files.isDirectory(path)) {
                files.addAll(walk(path));
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw CommandFailure.usage(input + " does not exist.");
            }
        }
        return files;
    }

    /** The names to read one after the other with {@link #read}. */
    static List<String> names(List<String> inputs) {
        List<String> names = new ArrayList<>();
        for (String input : inputs) {
            if (input.equals(STANDARD_INPUT)) {
                names.add(input);
            } else {
                files(List.of(input)).forEach(file -> names.add(file.toString()));
            }
        }
        return names;
    }

    static Named read(String name) throws IOException {
        if (name.equals(STANDARD_INPUT)) {
            return new Named(name, new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        }
        try {
            return new Named(name, Files.readString(Path.of(name)));
        } catch (CharacterCodingException e) {
            throw CommandFailure.usage(name + " is not UTF-8 text.");
        }
    }

    private static List<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(Files::isRegularFile).sorted().toList();
            if (found.isEmpty()) {
                throw CommandFailure.usage(folder + " holds no file.");
            }
            return found;
        } catch (IOException e) {
            throw CommandFailure.usage(folder + " cannot be read: " + e.getMessage());
        }
    }
}
