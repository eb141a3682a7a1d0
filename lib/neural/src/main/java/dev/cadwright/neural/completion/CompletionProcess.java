package dev.cadwright.neural.completion;

import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.completion.CompletionMessages.Answer;
import dev.cadwright.neural.process.ChildExit;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model loaded in a child JVM that writes texts on request. One request at a time; {@link #cancel} and {@link #kill}
 * may come from any thread. The child ends when its parent does, within a token.
 */
public final class CompletionProcess implements AutoCloseable {
    private final ChildJvm child;
    private final ModelAbilities abilities;

    private CompletionProcess(ChildJvm child) throws InterruptedException {
        this.child = child;
        this.abilities = switch (read()) {
            case CompletionMessages.Ready ready -> ready.abilities();
            case CompletionMessages.Refused refused -> {
                child.kill();
                throw new NeuralException(refused.code(), refused.message());
            }
            case CompletionMessages.Piece _,
                    CompletionMessages.Written _,
                    CompletionMessages.Unusable _,
                    CompletionMessages.Progress _,
                    CompletionMessages.Done _ -> throw broken();
        };
    }

    /**
     * Starts a process and waits until the model is loaded.
     *
     * @throws NeuralException what loading a model says, {@code generation_died} if the process dies
     */
    public static CompletionProcess start(ChildOptions options, ModelSource source) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(
                source.folder().toAbsolutePath().toString(),
                source.adapter()
                        .map(folder -> folder.toAbsolutePath().toString())
                        .orElse(""),
                source.type().name().toLowerCase(Locale.ROOT),
                source.quantization().map(Enum::name).orElse(""),
                Integer.toString(source.threads())));
        return new CompletionProcess(ChildJvm.start(options, CompletionMain.class, arguments.toArray(String[]::new)));
    }

    public ModelAbilities abilities() {
        return abilities;
    }

    public long pid() {
        return child.pid();
    }

    /**
     * Writes texts behind prompts.
     *
     * @param pieces whether the listener is told of each token's text
     * @return whether everything was written; else it was cancelled
     * @throws NeuralException with the process's code if it refuses the request, {@code generation_died} if it dies
     */
    public boolean write(List<Prompt> prompts, CompletionSettings settings, boolean pieces, CompletionListener listener)
            throws InterruptedException {
        return run(
                new CompletionMessages.Write(
                        prompts.stream().map(CompletionMessages.Said::of).toList(), settings, pieces),
                listener);
    }

    /**
     * Writes texts behind ready rows of tokens.
     *
     * @param file safetensors file with {@code prompt_ids} or {@code input_ids} [rows, time], {@code attention_mask} and
     *     what else the model reads, by transformers' names; others are ignored
     */
    public boolean writeTensors(Path file, CompletionSettings settings, boolean pieces, CompletionListener listener)
            throws InterruptedException {
        return run(new CompletionMessages.WriteTensors(file.toAbsolutePath().toString(), settings, pieces), listener);
    }

    /** Ends the request in progress within a token; what is finished is still told. */
    public void cancel() {
        child.writeLine(CompletionMessages.line(new CompletionMessages.Cancel()));
    }

    /** Ends the process group at once; a request in progress fails with {@code generation_died}. */
    public void kill() {
        child.kill();
    }

    private synchronized boolean run(CompletionMessages.Ask ask, CompletionListener listener)
            throws InterruptedException {
        if (!child.writeLine(CompletionMessages.line(ask))) {
            throw died();
        }
        while (true) {
            switch (read()) {
                case CompletionMessages.Piece(int prompt, int sample, String text) ->
                    listener.piece(prompt, sample, text);
                case CompletionMessages.Written(Completion completion) -> listener.written(completion);
                case CompletionMessages.Unusable(int prompt, String code, String message) ->
                    listener.refused(prompt, code, message);
                case CompletionMessages.Progress(long tokens, int prompts) -> listener.progress(tokens, prompts);
                case CompletionMessages.Done(boolean cancelled) -> {
                    return !cancelled;
                }
                case CompletionMessages.Refused(String code, String message) ->
                    throw new NeuralException(code, message);
                case CompletionMessages.Ready _ -> throw broken();
            }
        }
    }

    private Answer read() throws InterruptedException {
        String line = child.readLine();
        if (line == null) {
            throw died();
        }
        return CompletionMessages.answer(line);
    }

    private NeuralException died() throws InterruptedException {
        ChildExit exit = child.await();
        return new NeuralException(
                "generation_died", "the process ended by " + exit.signal() + " (" + exit.status() + ")\n" + exit.log());
    }

    private static NeuralException broken() {
        return new NeuralException("broken_protocol", "the process answered out of turn");
    }

    @Override
    public void close() {
        child.close();
    }
}
