package dev.cadwright.cad.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets text in lines, as OCCT's {@code Font_TextFormatter} does without wrapping, with its single-precision pen. Lengths
 * are the font's dots.
 */
final class TextLayout {
    private static final int TAB_SPACES = 8;

    private final Font font;
    private final TextAlignment alignment;
    private final int[] characters;
    private final float[] x;
    private final float[] y;
    private final List<Integer> lineEnds = new ArrayList<>();
    private float pen;

    private TextLayout(String text, Font font, TextAlignment alignment) {
        this.font = font;
        this.alignment = alignment;
        this.characters =
                text.codePoints().filter(character -> !isCommand(character)).toArray();
        this.x = new float[characters.length];
        this.y = new float[characters.length];
    }

    /** A character and where its baseline begins. */
    record Placed(int character, float x, float y) {}

    /** The characters that can be seen, in the order of the text. */
    static List<Placed> of(String text, Font font, TextAlignment alignment) {
        TextLayout layout = new TextLayout(text, font, alignment);
        layout.onOneLine();
        layout.breakLines();
        return layout.visible();
    }

    /** Bell, backspace, vertical tab, form feed and carriage return take no place. */
    private static boolean isCommand(int character) {
        return character == '\u0007'
                || character == '\b'
                || character == '\u000b'
                || character == '\f'
                || character == '\r';
    }

    private void onOneLine() {
        int column = 0;
        for (int i = 0; i < characters.length; i++) {
            int next = i + 1 < characters.length ? characters[i + 1] : 0;
            x[i] = pen;
            switch (characters[i]) {
                case '\n' -> {
                    column = 0;
                    lineEnds.add(i);
                }
                case '\t' -> {
                    int spaces = TAB_SPACES - (column - 1) % TAB_SPACES;
                    pen += font.advance(' ', next) * spaces;
                    column += spaces;
                }
                default -> pen += font.advance(characters[i], next);
            }
            column++;
        }
    }

    private void breakLines() {
        lineEnds.add(characters.length);
        float baseline = -font.ascender();
        int first = 0;
        for (int end : lineEnds) {
            if (first < characters.length) {
                align(first, end, baseline);
            }
            baseline -= font.lineSpacing();
            first = end + 1;
        }
        float raise =
                switch (alignment.vertical()) {
                    case TOP -> 0;
                    case CENTER -> 0.5f * font.lineSpacing() * lineEnds.size();
                    case BOTTOM -> -font.lineSpacing() - baseline;
                };
        for (int i = 0; i < y.length; i++) {
            y[i] += raise;
        }
    }

    private void align(int first, int end, float baseline) {
        float start = x[first];
        float width = (end < characters.length ? x[end] : pen) - start;
        float shift =
                switch (alignment.horizontal()) {
                    case LEFT -> -start;
                    case CENTER -> -start - 0.5f * width;
                    case RIGHT -> -start - width;
                };
        for (int i = first; i < Math.min(end + 1, characters.length); i++) {
            x[i] += shift;
            y[i] = baseline;
        }
    }

    private List<Placed> visible() {
        List<Placed> visible = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] != ' ' && characters[i] != '\t' && characters[i] != '\n') {
                visible.add(new Placed(characters[i], x[i], y[i]));
            }
        }
        return visible;
    }
}
