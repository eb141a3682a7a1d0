package dev.cadwright.kernel;

/**
 * How a worker process ended.
 *
 * @param status the exit status, 128 and the signal's number for a signal
 */
record WorkerEnd(int status) {
    private static final int OUT_OF_MEMORY = 86;
    private static final int PROCESSOR_TIME = 128 + 24;

    boolean isOutOfMemory() {
        return status == OUT_OF_MEMORY;
    }

    boolean isOutOfTime() {
        return status == PROCESSOR_TIME;
    }

    /** The signal's name, or the exit status in words. */
    String cause() {
        return switch (status - 128) {
            case 4 -> "SIGILL";
            case 6 -> "SIGABRT";
            case 7 -> "SIGBUS";
            case 8 -> "SIGFPE";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            case 24 -> "SIGXCPU";
            case 31 -> "SIGSYS";
            default -> status > 128 ? "signal " + (status - 128) : "exit " + status;
        };
    }
}
