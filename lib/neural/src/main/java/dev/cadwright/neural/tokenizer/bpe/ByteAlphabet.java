package dev.cadwright.neural.tokenizer.bpe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 256 characters that stand for bytes in a byte-level vocabulary (Radford et al., GPT-2, 2019): a printable Latin-1
 * character for itself, the others, in order, for what follows from U+0100.
 */
public final class ByteAlphabet {
    private static final int BYTES = 256;
    private static final char[] CHARACTERS = characters();
    private static final int[] BYTE_OF = bytes();

    private ByteAlphabet() {}

    /** The character of a byte. */
    public static char character(int unsignedByte) {
        return CHARACTERS[unsignedByte];
    }

    /** The byte of a character, or -1 where it stands for none. */
    public static int unsignedByte(char character) {
        return character < BYTE_OF.length ? BYTE_OF[character] : -1;
    }

    /** All 256 characters in the order of their code points: the order in which vocabularies begin. */
    public static char[] sorted() {
        char[] sorted = CHARACTERS.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** A text as the characters of its UTF-8 bytes. */
    public static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        char[] mapped = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            mapped[i] = CHARACTERS[bytes[i] & 0xff];
        }
        return new String(mapped);
    }

    private static char[] characters() {
        char[] characters = new char[BYTES];
        char next = BYTES;
        for (int value = 0; value < BYTES; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xa1 && value <= 0xff && value != 0xad);
            characters[value] = printable ? (char) value : next++;
        }
        return characters;
    }

    private static int[] bytes() {
        int[] bytes = new int[2 * BYTES];
        Arrays.fill(bytes, -1);
        for (int value = 0; value < BYTES; value++) {
            bytes[CHARACTERS[value]] = value;
        }
        return bytes;
    }
}
