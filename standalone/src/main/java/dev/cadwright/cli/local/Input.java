package dev.cadwright.cli.local;

import dev.cadwright.cad.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One thing that a command reads. */
public sealed interface Input {
    /** The {@code name} of its record. */
    String name();

    byte[] bytes() throws IOException;

    /** The ending of the file's name, lower case with the dot; empty for standard input. */
    String ending();

    /** As told by {@code --language}, else by the file's name; empty when neither says. */
    Optional<Language> language();

    /** The file's name without folders and ending, for what is written about it. */
    default String stem() {
        String file = name().substring(name().replace('\\', '/').lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }

    record File(Path path, String name, Optional<Language> forced) implements Input {
        @Override
        public byte[] bytes() throws IOException {
            return Files.readAllBytes(path);
        }

        @Override
        public String ending() {
            return InputOptions.ending(path);
        }

        @Override
        public Optional<Language> language() {
            return forced.or(() -> Language.of(path));
        }
    }

    record StandardInput(Language forced) implements Input {
        @Override
        public String name() {
            return "-";
        }

        @Override
        public byte[] bytes() throws IOException {
            return System.in.readAllBytes();
        }

        @Override
        public String ending() {
            return "";
        }

        @Override
        public Optional<Language> language() {
            return Optional.of(forced);
        }

        @Override
        public String stem() {
            return "stdin";
        }
    }
}
