package dev.cadwright.cli.local.tokenizer;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.ProgressBar;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.tokenizer.bpe.BpeTrainer;
import dev.cadwright.neural.tokenizer.bpe.SplitStyle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code tokenizer train}. */
final class TokenizerTraining {
    private static final String END_OF_TEXT = "<|endoftext|>";

    /** @param forgottenWords occurrences of words too many to be kept; the result is exact where it is 0 */
    private record TrainRecord(
            String path,
            String style,
            @JsonProperty("vocab_size") int vocabularySize,
            int merges,
            int files,
            long bytes,
            @JsonProperty("distinct_words") int distinctWords,
            @JsonProperty("forgotten_words") long forgottenWords,
            double seconds) {}

    private final Terminal terminal;
    private final boolean json;

    TokenizerTraining(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    int run(TrainOptions options) throws IOException, InterruptedException {
        BpeTrainer trainer = trainer(options);
        Map<String, String> roles = roles(options);
        List<Path> files = Texts.files(options.inputs);
        Path first = options.out.resolve("tokenizer.json");
        if (!options.overwrite && Files.exists(first)) {
            throw new FileAlreadyExistsException(first.toString());
        }
        long begin = System.nanoTime();
        BpeTrainer.Trained trained;
        try (ProgressBar bar = new ProgressBar(terminal, "tokenizer")) {
            trained = trainer.train(files, progress -> show(progress, bar));
        }
        OutputFolder out = new OutputFolder(options.out, options.overwrite);
        for (Map.Entry<String, String> file : trained.vocabulary().files(roles).entrySet()) {
            out.write(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
        }
        print(
                options,
                new TrainRecord(
                        options.out.toString(),
                        options.style.toLowerCase(Locale.ROOT),
                        trained.vocabulary().ids().size(),
                        trained.vocabulary().merges().size(),
                        files.size(),
                        trained.bytes(),
                        trained.distinctWords(),
                        trained.forgottenWords(),
                        (System.nanoTime() - begin) / 1e9));
        return ExitCode.SUCCESS;
    }

    private static BpeTrainer trainer(TrainOptions options) {
        SplitStyle style =
                switch (options.style.toLowerCase(Locale.ROOT)) {
                    case "qwen" -> SplitStyle.QWEN;
                    case "gpt2" -> SplitStyle.GPT2;
                    default -> throw CommandFailure.usage("--style is qwen or gpt2, not " + options.style + ".");
                };
        BpeTrainer usual = BpeTrainer.of(style, options.vocabularySize, options.special);
        return new BpeTrainer(
                style, options.vocabularySize, options.special, options.leastCount, usual.mostWords(), usual.threads());
    }

    private static Map<String, String> roles(TrainOptions options) {
        String eos = options.eos == null && options.special.contains(END_OF_TEXT) ? END_OF_TEXT : options.eos;
        Map<String, String> roles = new LinkedHashMap<>();
        put(roles, "bos_token", options.bos, options);
        put(roles, "eos_token", eos, options);
        put(roles, "pad_token", options.pad == null ? eos : options.pad, options);
        return roles;
    }

    private static void put(Map<String, String> roles, String role, String token, TrainOptions options) {
        if (token == null) {
            return;
        }
        if (!options.special.contains(token)) {
            throw CommandFailure.usage(token + " has a role, but is no special token: add --special '" + token + "'.");
        }
        roles.put(role, token);
    }

    private static void show(BpeTrainer.Progress progress, ProgressBar bar) {
        switch (progress) {
            case BpeTrainer.Progress.Counting counting ->
                bar.update(counting.bytes(), counting.totalBytes(), "reading");
            case BpeTrainer.Progress.Merging merging ->
                bar.update(merging.tokens(), merging.vocabularySize(), "merging");
        }
    }

    private void print(TrainOptions options, TrainRecord trained) {
        if (trained.forgottenWords() > 0) {
            terminal.err()
                    .printf(
                            "cadwright: %d occurrences of rare words were forgotten to bound the memory%n",
                            trained.forgottenWords());
        }
        if (json) {
            terminal.json(trained);
            return;
        }
        terminal.out()
                .printf(
                        Locale.ROOT,
                        "%s: %d tokens, %d merges, from %d files (%.1f MB, %d distinct words) in %.1f s%n",
                        options.out,
                        trained.vocabularySize(),
                        trained.merges(),
                        trained.files(),
                        trained.bytes() / 1e6,
                        trained.distinctWords(),
                        trained.seconds());
    }
}
