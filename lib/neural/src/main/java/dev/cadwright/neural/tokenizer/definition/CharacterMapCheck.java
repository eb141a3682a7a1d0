package dev.cadwright.neural.tokenizer.definition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * Checks the precompiled character map of a SentencePiece normaliser before native code walks it without bounds: a
 * length, a double-array trie of 32-bit units, and the NUL-terminated replacements that its leaves point to.
 */
final class CharacterMapCheck {
    private final int[] units;
    private final byte[] replacements;

    private CharacterMapCheck(int[] units, byte[] replacements) {
        this.units = units;
        this.replacements = replacements;
    }

    /** @return what is wrong with the map, if anything is */
    static Optional<String> complaint(String base64) {
        byte[] map;
        try {
            map = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.of("it is not base64");
        }
        if (map.length < Integer.BYTES) {
            return Optional.of("it has no trie");
        }
        ByteBuffer buffer = ByteBuffer.wrap(map).order(ByteOrder.LITTLE_ENDIAN);
        long trie = Integer.toUnsignedLong(buffer.getInt());
        if (trie == 0 || trie % Integer.BYTES != 0 || trie > buffer.remaining()) {
            return Optional.of("its trie does not fit");
        }
        int[] units = new int[(int) trie / Integer.BYTES];
        for (int i = 0; i < units.length; i++) {
            units[i] = buffer.getInt();
        }
        byte[] replacements = new byte[buffer.remaining()];
        buffer.get(replacements);
        return new CharacterMapCheck(units, replacements).walk();
    }

    private Optional<String> walk() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(replacements));
        } catch (CharacterCodingException e) {
            return Optional.of("its replacements are not UTF-8");
        }
        BitSet seen = new BitSet(units.length);
        Deque<Integer> open = new ArrayDeque<>();
        open.push(offset(units[0]));
        while (!open.isEmpty()) {
            int base = open.pop();
            for (int label = 1; label <= 0xff; label++) {
                int child = base ^ label;
                if (child < 0 || child >= units.length) {
                    return Optional.of("its trie leads outside");
                }
                if ((units[child] & 0x800000ff) != label) {
                    continue;
                }
                int next = child ^ offset(units[child]);
                if (hasLeaf(units[child]) && !leafIsGood(next)) {
                    return Optional.of("its trie points outside the replacements");
                }
                if (next < 0 || next >= units.length) {
                    return Optional.of("its trie leads outside");
                }
                if (!seen.get(next)) {
                    seen.set(next);
                    open.push(next);
                }
            }
        }
        return Optional.empty();
    }

    private boolean leafIsGood(int position) {
        if (position < 0 || position >= units.length) {
            return false;
        }
        int begin = units[position] & 0x7fffffff;
        if (begin >= replacements.length || (replacements[begin] & 0xc0) == 0x80) {
            return false;
        }
        int end = begin;
        while (end < replacements.length && replacements[end] != 0) {
            end++;
        }
        return end < replacements.length;
    }

    private static boolean hasLeaf(int unit) {
        return (unit >>> 8 & 1) == 1;
    }

    private static int offset(int unit) {
        return unit >>> 10 << ((unit & 1 << 9) >>> 6);
    }
}
