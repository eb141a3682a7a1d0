package dev.cadwright.neural.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory the machine can still give. */
final class FreeMemory {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final String AVAILABLE = "MemAvailable:";
    private static final long KIBIBYTE = 1024;

    private FreeMemory() {}

    /** {@link Long#MAX_VALUE} where the machine does not say. */
    static long bytes() {
        try {
            for (String line : Files.readAllLines(MEMORY)) {
                if (line.startsWith(AVAILABLE)) {
                    String number = line.replaceAll("\\D", "");
                    return Long.parseLong(number) * KIBIBYTE;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return Long.MAX_VALUE;
        }
        return Long.MAX_VALUE;
    }
}
