package dev.cadwright.cad.language;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Diagnostic;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.cadquery.CadQueryProgram;
import dev.cadwright.cad.deepcad.DeepCadReader;
import dev.cadwright.cad.deepcad.DeepCadWriter;
import dev.cadwright.cad.deepcad.Fusion360Reader;
import dev.cadwright.cad.deepcad.Fusion360Writer;
import dev.cadwright.cad.deepcad.vector.VectorFile;
import dev.cadwright.cad.deepcad.vector.VectorReader;
import dev.cadwright.cad.grammar.Grammar;
import dev.cadwright.cad.openecad.OpenEcadLanguage;
import dev.cadwright.cad.openscad.ScadLanguage;
import dev.cadwright.cad.python.interpret.Budget;
import dev.cadwright.cad.python.interpret.HeapShare;
import dev.cadwright.cad.sketch.SketchLanguage;
import dev.cadwright.cad.transpile.CadQueryPrinter;
import dev.cadwright.cad.transpile.OpenScadPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/** Every language behind one door. */
public final class Programs {
    /** A key that reconstructions have and DeepCAD's programs lack. */
    private static final Pattern FUSION360 = Pattern.compile("\"timeline\"\\s*+:");

    /** What every OpenECAD program calls and no CadQuery program does. */
    private static final Pattern OPENECAD = Pattern.compile("\\badd_extrude\\s*+\\(");

    private static final Pattern CADQUERY = Pattern.compile("(?m)^[ \\t\\f]*+(?:import|from)[ \\t\\f]++cadquery\\b");
    private static final Pattern SKETCH = Pattern.compile("=\\s*+Sketch\\s*+\\(");

    /** More than any real program needs by far; less than an execution may have. */
    private static final Budget CONVERSION = new Budget(1_000_000, 64L << 20, 1000, 1 << 18, 1 << 20, () -> false);

    private static final Duration LONGEST_CONVERSION = Duration.ofSeconds(5);

    private Programs() {}

    /** The language of a text, where languages share the ending of a file's name, as the JSON ones do and the Python ones. */
    public static Language recognise(Language byName, String text) {
        return switch (byName) {
            case DEEPCAD -> FUSION360.matcher(text).find() ? Language.FUSION360 : byName;
            case CADQUERY -> OPENECAD.matcher(text).find() ? Language.OPENECAD : byName;
            case FUSION360, SKETCH, OPENECAD, OPENSCAD -> byName;
        };
    }

    /** The language that a text without a name is in, where it shows. */
    public static Optional<Language> recognise(String text) {
        if (text.stripLeading().startsWith("{")) {
            return Optional.of(recognise(Language.DEEPCAD, text));
        }
        if (OPENECAD.matcher(text).find()) {
            return Optional.of(Language.OPENECAD);
        }
        if (CADQUERY.matcher(text).find()) {
            return Optional.of(Language.CADQUERY);
        }
        if (SKETCH.matcher(text).find()) {
            return Optional.of(Language.SKETCH);
        }
        return text.isBlank() || ScadLanguage.parse(text) instanceof Parse.Failed<?>
                ? Optional.empty()
                : Optional.of(Language.OPENSCAD);
    }

    /**
     * What is a program of a language, for constrained decoding. Of the languages that are histories it is the form in
     * which they are printed.
     */
    public static Grammar grammar(Language language) {
        return switch (language) {
            case DEEPCAD -> DeepCadWriter.grammar();
            case FUSION360 -> Fusion360Writer.grammar();
            case SKETCH -> SketchLanguage.grammar();
            case OPENECAD -> OpenEcadLanguage.grammar();
            case CADQUERY -> CadQueryProgram.grammar();
            case OPENSCAD -> ScadLanguage.grammar();
        };
    }

    /** Reads text of a language. What a script constructs shows only when it is executed: {@code unsupported.script}. */
    public static Parse<Construction> parse(Language language, String text) {
        return switch (language) {
            case DEEPCAD -> DeepCadReader.read(text);
            case FUSION360 -> Fusion360Reader.read(text);
            case SKETCH -> SketchLanguage.parse(text);
            case OPENECAD -> OpenEcadLanguage.parse(text);
            case CADQUERY, OPENSCAD ->
                Parse.failed(new Diagnostic(
                        "unsupported.script",
                        "what a program in " + language.label() + " constructs is not known from its text",
                        0,
                        0,
                        "execute it"));
        };
    }

    /** Reads a program's file: text in UTF-8, or one of DeepCAD's vectors as an array (see {@link VectorFile}). */
    public static Parse<Construction> parse(Language language, byte[] file) {
        return isVector(language, file) ? VectorFile.read(file).then(VectorReader::read) : parse(language, text(file));
    }

    /** Whether a program is an array and no text. */
    public static boolean isVector(Language language, byte[] file) {
        return language == Language.DEEPCAD && VectorFile.isArray(file);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    /** Writes a construction in a language; fails, with the reason, when the language cannot express it. */
    public static Parse<String> print(Language language, Construction construction) {
        return switch (language) {
            case DEEPCAD -> DeepCadWriter.write(construction);
            case SKETCH -> new Parse.Ok<>(SketchLanguage.print(construction));
            case OPENECAD -> OpenEcadLanguage.print(construction);
            case CADQUERY -> CadQueryPrinter.print(construction);
            case OPENSCAD -> OpenScadPrinter.print(construction);
            case FUSION360 -> Fusion360Writer.write(construction);
        };
    }

    /**
     * From one language to another; within one language, the canonical form. CadQuery programs run for it, in their
     * interpreter and without a kernel.
     */
    public static Parse<String> convert(Language from, String text, Language to) {
        if (from == Language.OPENSCAD && to == Language.OPENSCAD) {
            return ScadLanguage.parse(text).then(program -> new Parse.Ok<>(ScadLanguage.print(program)));
        }
        return construction(from, text).then(construction -> print(to, construction));
    }

    /** As above, from a program's file. The language is settled by its name alone. */
    public static Parse<String> convert(Language byName, byte[] file, Language to) {
        if (isVector(byName, file)) {
            return parse(byName, file).then(construction -> print(to, construction));
        }
        String text = text(file);
        return convert(recognise(byName, text), text, to);
    }

    private static Parse<Construction> construction(Language from, String text) {
        return from == Language.CADQUERY ? CadQueryProgram.parse(text).then(Programs::construction) : parse(from, text);
    }

    private static Parse<Construction> construction(CadQueryProgram program) {
        try (HeapShare share = HeapShare.take()) {
            // Its time begins with its turn.
            return program.construction(share.limit(conversion(System::nanoTime)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Parse.failed(new Diagnostic("interrupted", "the conversion was interrupted", 0, 0, ""));
        }
    }

    /** What one conversion may use that begins now. */
    static Budget conversion(LongSupplier nanoseconds) {
        long start = nanoseconds.getAsLong();
        return CONVERSION.until(() -> nanoseconds.getAsLong() - start >= LONGEST_CONVERSION.toNanos());
    }
}
