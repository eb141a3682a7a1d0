package dev.cadwright.cli.local.tokenizer;

import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tokenizers of Hugging Face models, and new ones. */
@Command(
        name = "tokenizer",
        description = "Trains tokenizers, and turns texts into tokens and back with those of Hugging Face models.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./cadwright tokenizer train programs/ --vocab-size 4096 --special '<|endoftext|>' --out tokenizer",
            "  ./cadwright tokenizer encode --tokenizer tokenizer part.py",
            "  ./cadwright tokenizer decode --tokenizer tokenizer --ids 5,17,301"
        })
public final class TokenizerCommand implements Runnable {
    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    private boolean help;

    public TokenizerCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        throw CommandFailure.usage("Say what to do: train, encode or decode.");
    }

    @Command(
            description = {
                "Trains a byte-level vocabulary of byte pairs on texts, with the merges of Python's tokenizers, and writes a",
                "folder that transformers loads. Files may be larger than the memory. Special tokens get the first ids."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright tokenizer train programs/ --vocab-size 4096 --special '<|endoftext|>' --out tokenizer",
                "  ./cadwright tokenizer train a.txt b.txt --vocab-size 32000 --style gpt2 --out tokenizer --json"
            })
    int train(@Mixin TrainOptions options, @Mixin JsonOption json) throws IOException, InterruptedException {
        return new TokenizerTraining(terminal, json.json()).run(options);
    }

    @Command(
            description = {
                "Turns texts into token ids. With --chat each input is a conversation in JSON, a list of messages or an",
                "object with messages and tools, and is written by the model's chat template first."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright tokenizer encode --tokenizer models/qwen --text 'box(1, 2, 3)'",
                "  ./cadwright tokenizer encode --tokenizer models/qwen programs/ --offsets --json",
                "  ./cadwright tokenizer encode --tokenizer models/qwen --chat talk.json --add-generation-prompt"
            })
    int encode(@Mixin EncodeOptions options, @Mixin JsonOption json) throws IOException {
        return new TokenizerEncoding(terminal, json.json()).run(options);
    }

    @Command(
            description = {
                "Turns token ids into text. Inputs hold a list of ids a line: [1, 2, 3], {\"ids\": [1, 2, 3]} as encode",
                "prints it, or numbers with spaces or commas between them."
            },
            footer = {
                "",
                "Examples:",
                "  ./cadwright tokenizer decode --tokenizer models/qwen --ids 5,17,301",
                "  ./cadwright tokenizer encode --tokenizer t a.py --json | ./cadwright tokenizer decode --tokenizer t -"
            })
    int decode(@Mixin DecodeOptions options, @Mixin JsonOption json) throws IOException {
        return new TokenizerDecoding(terminal, json.json()).run(options);
    }
}
