package dev.cadwright.neural.process;

/**
 * How a child ended.
 *
 * @param status exit status, above 128 for a signal
 * @param signal the signal's name, or {@code exit}
 * @param log the last lines of standard error
 */
public record ChildExit(int status, String signal, Classification classification, String log) {
    private static final int SIGNALLED = 128;
    private static final int OUT_OF_MEMORY = 3;

    static ChildExit of(int status, String log, boolean memoryKill) {
        boolean exhausted =
                (status == SIGNALLED + 9 && memoryKill) || status == OUT_OF_MEMORY || log.contains("OutOfMemoryError");
        Classification classification;
        if (exhausted) {
            classification = Classification.EXHAUSTED;
        } else {
            classification = status > SIGNALLED ? Classification.TRANSIENT : Classification.PERMANENT;
        }
        return new ChildExit(status, signal(status), classification, log);
    }

    private static String signal(int status) {
        return switch (status - SIGNALLED) {
            case 2 -> "SIGINT";
            case 4 -> "SIGILL";
            case 6 -> "SIGABRT";
            case 7 -> "SIGBUS";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            default -> status > SIGNALLED ? "signal " + (status - SIGNALLED) : "exit";
        };
    }
}
