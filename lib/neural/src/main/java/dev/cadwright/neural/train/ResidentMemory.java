package dev.cadwright.neural.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory of this process that is in use, native memory included. */
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String KEY = "VmRSS:";
    private static final long KIB = 1024;

    private ResidentMemory() {}

    /** Zero where the system does not say. */
    static long bytes() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith(KEY)) {
                    return KIB
                            * Long.parseLong(line.substring(KEY.length())
                                    .replace("kB", "")
                                    .strip());
                }
            }
            return 0;
        } catch (IOException e) {
            // A figure for the report: a training does not end for want of it.
            return 0;
        }
    }
}
