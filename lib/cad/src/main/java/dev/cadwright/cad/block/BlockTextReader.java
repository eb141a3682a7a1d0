package dev.cadwright.cad.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text form of block programs. */
final class BlockTextReader {
    static final int MAXIMUM_LINES = 10_000;
    static final int MAXIMUM_WORDS = 1_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,3}");
    private static final Pattern VERTEX =
            Pattern.compile("(-?[0-9]{1,3}),(-?[0-9]{1,3})(?:~(-?[0-9]{1,3}),(-?[0-9]{1,3}))?");
    private static final int NO_LIMIT = -1;

    /** The text is not a block program. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        Refused(int line, String message) {
            super(message);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private final List<String> lines;
    private int line;

    BlockTextReader(String text) {
        lines = text.lines().limit(MAXIMUM_LINES + 1L).toList();
    }

    BlockProgram program() throws Refused {
        if (lines.size() > MAXIMUM_LINES) {
            throw refused("more than " + MAXIMUM_LINES + " lines");
        }
        List<Block> blocks = new ArrayList<>();
        while (skipBlank()) {
            blocks.add(block());
        }
        if (blocks.isEmpty()) {
            throw refused("there is no block");
        }
        return new BlockProgram(blocks);
    }

    private Block block() throws Refused {
        List<String> words = words();
        boolean cut = words.getFirst().equals("cut");
        if (!cut && !words.getFirst().equals("union")) {
            throw refused("a block begins with union or cut, not " + words.getFirst());
        }
        if (words.size() != 4) {
            throw refused("a block has a plane and two offsets");
        }
        PrincipalPlane plane = plane(words.get(1));
        int[] offsets = numbers(words.subList(2, 4));
        if (offsets[0] >= offsets[1]) {
            throw refused("the first offset must be below the second");
        }
        line++;
        List<BlockLoop> loops = new ArrayList<>();
        while (skipBlank()
                && !words().getFirst().equals("cut")
                && !words().getFirst().equals("union")) {
            loops.add(loop());
            line++;
        }
        if (loops.isEmpty()) {
            throw refused("a block needs at least one loop");
        }
        return new Block(cut, plane, offsets[0], offsets[1], loops);
    }

    private BlockLoop loop() throws Refused {
        List<String> words = words();
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "rectangle" -> {
                int[] n = numbers(rest, 4);
                yield new BlockLoop.Rectangle(n[0], n[1], n[2], n[3]);
            }
            case "rounded" -> {
                int[] n = numbers(rest, 5);
                yield new BlockLoop.RoundedRectangle(n[0], n[1], n[2], n[3], n[4]);
            }
            case "circle" -> {
                int[] n = numbers(rest, 3);
                yield new BlockLoop.Circle(n[0], n[1], n[2]);
            }
            case "polygon" -> polygon(rest);
            default -> throw refused("a loop is a rectangle, rounded, circle or polygon, not " + words.getFirst());
        };
    }

    private BlockLoop polygon(List<String> words) throws Refused {
        List<BlockLoop.Vertex> vertices = new ArrayList<>();
        for (String word : words) {
            Matcher match = VERTEX.matcher(word);
            if (!match.matches()) {
                throw refused("a vertex is x,y or x,y~mx,my, not " + word);
            }
            Optional<BlockLoop.Middle> middle = match.group(3) == null
                    ? Optional.empty()
                    : Optional.of(new BlockLoop.Middle(number(match.group(3)), number(match.group(4))));
            vertices.add(new BlockLoop.Vertex(number(match.group(1)), number(match.group(2)), middle));
        }
        if (vertices.size() < 2) {
            throw refused("a polygon has at least two vertices");
        }
        return new BlockLoop.Polygon(vertices);
    }

    private PrincipalPlane plane(String word) throws Refused {
        for (PrincipalPlane plane : PrincipalPlane.values()) {
            if (plane.name().equals(word)) {
                return plane;
            }
        }
        throw refused("a plane is XY, YZ or ZX, not " + word);
    }

    private int[] numbers(List<String> words, int count) throws Refused {
        if (count != NO_LIMIT && words.size() != count) {
            throw refused(count + " numbers are needed here, not " + words.size());
        }
        int[] numbers = new int[words.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(words.get(i));
        }
        return numbers;
    }

    private int[] numbers(List<String> words) throws Refused {
        return numbers(words, NO_LIMIT);
    }

    private int number(String word) throws Refused {
        if (!NUMBER.matcher(word).matches()) {
            throw refused("a whole number is needed here, not " + word);
        }
        int number = Integer.parseInt(word);
        if (Math.abs(number) > BlockProgram.LIMIT) {
            throw refused("numbers are within ±" + BlockProgram.LIMIT + ", not " + number);
        }
        return number;
    }

    private boolean skipBlank() {
        while (line < lines.size() && lines.get(line).isBlank()) {
            line++;
        }
        return line < lines.size();
    }

    private List<String> words() throws Refused {
        String[] words = lines.get(line).strip().split("\\s+", MAXIMUM_WORDS + 1);
        if (words.length > MAXIMUM_WORDS) {
            throw refused("more than " + MAXIMUM_WORDS + " words");
        }
        return Arrays.asList(words);
    }

    private Refused refused(String message) {
        return new Refused(line + 1, message);
    }
}
