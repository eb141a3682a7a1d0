package dev.cadwright.kernel.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** As Linux tells it. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** In bytes; 0 once the process has ended. */
    static long of(long process) {
        Path status = Path.of("/proc/" + process + "/status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // The process ended before its file was read, or while it was.
            return 0;
        }
    }
}
