package dev.cadwright.cli.terminal;

/** What the exit status of every command means. An interrupted command ends with 130, given by the Java machine. */
public final class ExitCode {
    /** All succeeded. */
    public static final int SUCCESS = 0;
    /** Some inputs failed; the others' results were printed. */
    public static final int PARTIAL = 1;
    /** Wrong usage, or an input that cannot be read. */
    public static final int USAGE = 2;
    /** A needed part (worker, service) could not be had. */
    public static final int UNAVAILABLE = 3;

    private ExitCode() {}
}
