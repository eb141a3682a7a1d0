package dev.cadwright.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Log files that processes append to. */
final class LogFile {
    private static final long LONGEST = 32L << 20;

    private LogFile() {}

    /** Moves what a file holds into {@code FILE.1} once it is long; the writer appends on, from the start. */
    static void shorten(Path log) throws IOException {
        if (!Files.exists(log) || Files.size(log) < LONGEST) {
            return;
        }
        Files.copy(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        FileChannel.open(log, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)
                .close();
    }

    /** The last line that says something, for an error message; never throws. */
    static String lastLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> !line.isBlank()).reduce("it said nothing", (first, second) -> second);
        } catch (IOException | UncheckedIOException e) {
            return "its log cannot be read";
        }
    }
}
