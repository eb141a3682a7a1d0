package dev.cadwright.standalone;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the lines of a growing log file. Not safe for use by several threads at once. */
public final class LogFollower {
    private static final int LONGEST_READ = 1 << 20;

    private final Path log;
    private long position;

    public LogFollower(Path log) {
        this.log = log;
    }

    /** The last lines of the file as it is; {@link #next()} goes on behind them. */
    public List<String> last(int count) throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        position = Math.max(0, Files.size(log) - LONGEST_READ);
        List<String> lines = next();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** The complete lines that were added since; a file that became shorter is read from its start. */
    public List<String> next() throws IOException {
        if (!Files.exists(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            if (file.length() < position) {
                position = 0;
            }
            file.seek(position);
            byte[] bytes = new byte[(int) Math.min(LONGEST_READ, file.length() - position)];
            file.readFully(bytes);
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position += end;
            return new ArrayList<>(
                    new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList());
        }
    }
}
