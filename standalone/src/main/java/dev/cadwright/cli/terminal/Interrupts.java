package dev.cadwright.cli.terminal;

/** What is still done when the user interrupts a command; not done once this is closed. */
public final class Interrupts implements AutoCloseable {
    private final Thread hook;

    private Interrupts(Thread hook) {
        this.hook = hook;
    }

    /** @param action must be short: the user waits for the prompt */
    public static Interrupts then(Runnable action) {
        Thread hook = new Thread(action, "interrupted");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interrupts(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending: the hook is running, which is what it is for.
            return;
        }
    }
}
