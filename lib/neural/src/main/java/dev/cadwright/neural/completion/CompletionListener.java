package dev.cadwright.neural.completion;

/** Is told what is written while it is. */
public interface CompletionListener {
    /** A text is done; texts come in the order of their prompts and samples. */
    void written(Completion completion);

    /** A prompt cannot be used: a picture does not read, there are too many tokens. */
    void refused(int prompt, String code, String message);

    /** What a token adds to a text; only where that was asked for. */
    default void piece(int prompt, int sample, String text) {}

    /**
     * How far the work is, now and then.
     *
     * @param tokens written in all
     * @param prompts done
     */
    default void progress(long tokens, int prompts) {}
}
