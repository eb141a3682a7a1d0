package dev.cadwright.cli.terminal;

/** Ends a command with a message for a person, which says what to do, and an exit status. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Wrong usage, or an input that cannot be read. */
    public static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /** A needed part could not be had. */
    public static CommandFailure unavailable(String message) {
        return new CommandFailure(ExitCode.UNAVAILABLE, message);
    }

    /** The work was done, but not all of it succeeded. */
    public static CommandFailure partial(String message) {
        return new CommandFailure(ExitCode.PARTIAL, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
