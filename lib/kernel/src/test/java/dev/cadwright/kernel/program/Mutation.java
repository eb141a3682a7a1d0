package dev.cadwright.kernel.program;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Small damage to a text, of the kinds that models and bad transfers do. */
final class Mutation {
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#])-?\\d+\\.?\\d*(?:[eE][-+]?\\d+)?");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0.0",
            "-1",
            "1e-9",
            "1e-300",
            "1e9",
            "1e300",
            "1e999",
            "2147483648",
            "-7.25",
            "0.1",
            "3",
            "-45",
            "1000");
    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            ",",
            ";",
            ":",
            ".",
            "=",
            "\"",
            "'",
            "#",
            "$",
            "*",
            "-",
            "/",
            "\\",
            "\n",
            "\n    ",
            "\u0000",
            "é",
            "😀",
            "None",
            "null",
            "true",
            "undef",
            "range(10**9)",
            "[0 : 1e9]",
            "__class__");

    private final Random random;

    Mutation(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** The text with one to three changes. */
    String of(String text) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(changed);
        }
        return changed.toString();
    }

    /** Whole numbers of eight bytes with one to five of them replaced; now and then any byte of the file. */
    byte[] of(byte[] file) {
        byte[] changed = file.clone();
        int changes = 1 + random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(changed.length);
            int number = at / 8 * 8;
            if (random.nextInt(20) == 0) {
                changed[at] = (byte) random.nextInt();
            } else if (changed[number] >= 0 && changed[number] != ' ' || changed[number] < -1) {
                changed[number] = (byte) random.nextInt(changed[number] >= 0 && changed[number] < 6 ? 6 : 256);
            }
        }
        return changed;
    }

    private void change(StringBuilder text) {
        switch (random.nextInt(24)) {
            case 0 -> swapLines(text);
            case 1 -> repeatPart(text);
            case 2 -> text.setLength(text.isEmpty() ? 0 : text.length() - random.nextInt(Math.min(text.length(), 200)));
            case 3, 4, 5 -> replacePiece(text);
            default -> replaceNumber(text);
        }
    }

    private void replaceNumber(StringBuilder text) {
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            replacePiece(text);
            return;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        String by = random.nextBoolean()
                ? NUMBERS.get(random.nextInt(NUMBERS.size()))
                : numbers.get(random.nextInt(numbers.size())).group();
        text.replace(number.start(), number.end(), by);
    }

    private void swapLines(StringBuilder text) {
        List<String> lines = new ArrayList<>(text.toString().lines().toList());
        if (lines.size() > 1) {
            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            text.setLength(0);
            text.append(String.join("\n", lines)).append('\n');
        }
    }

    private void repeatPart(StringBuilder text) {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(60));
        text.insert(end, text.substring(start, end).repeat(1 + random.nextInt(3)));
    }

    private void replacePiece(StringBuilder text) {
        int start = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), start + random.nextInt(8));
        text.replace(start, end, PIECES.get(random.nextInt(PIECES.size())));
    }
}
