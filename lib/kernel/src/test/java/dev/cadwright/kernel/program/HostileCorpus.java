package dev.cadwright.kernel.program;

import dev.cadwright.cad.deepcad.vector.CadVector;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.kernel.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The inputs of {@code hostile/inputs.txt}. Each begins with {@code #> kind | endings | title}. Its text is as it stands,
 * but for {@code {{1000*text}}}, which is the text so many times, and {@code \0}, a zero byte. {@code @file} begins with a
 * sample of which every line {@code old => new} changes the first place; {@code @rows} is a vector file of the rows.
 */
final class HostileCorpus {
    private static final Pattern REPEAT = Pattern.compile("\\{\\{(\\d+)\\*(.*?)}}(?!})", Pattern.DOTALL);

    private HostileCorpus() {}

    /** @param endings the ways in which it may end */
    record Input(InputKind kind, Set<String> endings, String title, byte[] content) {
        @Override
        public String toString() {
            return kind.label() + ", " + title;
        }
    }

    static List<Input> all() throws IOException {
        Path file = Workers.root().resolve("lib/kernel/src/test/resources/hostile/inputs.txt");
        List<Input> inputs = new ArrayList<>();
        for (String section : Files.readString(file).split("(?m)^#> ")) {
            if (!section.isBlank()) {
                int end = section.indexOf('\n');
                String[] heading = section.substring(0, end).split(" \\| ");
                byte[] content = content(section.substring(end + 1));
                inputs.add(new Input(InputKind.named(heading[0]), Set.of(heading[1].split(",")), heading[2], content));
            }
        }
        return inputs;
    }

    private static byte[] content(String text) throws IOException {
        if (text.startsWith("@rows\n")) {
            return rows(expanded(text.substring(6)));
        }
        return DevPrograms.bytes(text.startsWith("@") ? changed(text.substring(1)) : expanded(text));
    }

    private static String changed(String text) throws IOException {
        int end = text.indexOf('\n');
        String sample = Files.readString(Workers.root().resolve("samples").resolve(text.substring(0, end)));
        String[] change = text.substring(end + 1).stripTrailing().split(" => ", 2);
        if (!sample.contains(change[0])) {
            throw new IllegalStateException("the sample has no " + change[0]);
        }
        return sample.replaceFirst(Pattern.quote(change[0]), Matcher.quoteReplacement(expanded(change[1])));
    }

    private static String expanded(String text) {
        return REPEAT.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(2).repeat(Integer.parseInt(found.group(1)))))
                .replace("\\0", "\0");
    }

    private static byte[] rows(String text) {
        long[] numbers = Arrays.stream(text.strip().split("\\s+"))
                .mapToLong(Long::parseLong)
                .toArray();
        return Npy.encode(List.of(numbers.length / CadVector.WIDTH, CadVector.WIDTH), numbers);
    }
}
