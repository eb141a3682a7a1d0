package dev.cadwright.inference;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program in what a language model wrote: its first fenced block of code, else all of it.
 *
 * @param language that it is in, where it shows
 */
public record ProgramAnswer(String text, Optional<Language> language) {
    /** How the names of files end whose text is no program. */
    public static final String NO_PROGRAM = ".txt";

    /** A block that never ends goes on to the end of the text. */
    private static final Pattern FENCED =
            Pattern.compile("```[A-Za-z0-9_+-]*[ \\t]*\\R(.*?)(?:\\R?```|\\z)", Pattern.DOTALL);

    /** @param usual the language that the model is known to write, believed where the text says nothing else */
    public static ProgramAnswer in(String written, Optional<Language> usual) {
        Matcher fence = FENCED.matcher(written);
        String program = fence.find() ? fence.group(1) + "\n" : written;
        return new ProgramAnswer(program, usual.or(() -> Programs.recognise(program)));
    }

    /** How the name of its file ends. */
    public String extension() {
        return language.map(Language::extension).orElse(NO_PROGRAM);
    }
}
