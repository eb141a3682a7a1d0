package dev.cadwright.geometry.render;

import java.util.Arrays;

/**
 * Compresses the rows of a picture (RFC 1951). Drawn pictures repeat the byte before or the row above, so only these
 * two distances are tried; that is faster than a general search, and the bytes do not depend on the machine's zlib.
 */
final class RowDeflater {
    private static final int MIN_MATCH = 3;
    private static final int MAX_MATCH = 258;
    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int MATCH = 1 << 30;
    private static final int ABOVE = 1 << 29;
    private static final int[] LENGTH_BASES = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final byte[] LENGTH_SYMBOLS = lengthSymbols();
    private static final int[] CODE_LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final byte[] data;
    private final int stride;
    private final int strideSymbol;
    private final int strideBits;
    private final int strideExtra;
    private final int[] tokens;
    private final int[] literalCounts = new int[286];
    private final int[] distanceCounts = new int[30];
    private int tokenCount;

    /** @param stride the length of a row in bytes, 4 to 32768 */
    RowDeflater(byte[] data, int stride) {
        this.data = data;
        this.stride = stride;
        this.tokens = new int[data.length + 1];
        int log = 31 - Integer.numberOfLeadingZeros(stride - 1);
        strideSymbol = 2 * log + ((stride - 1) >> (log - 1) & 1);
        strideBits = log - 1;
        strideExtra = (stride - 1) & ((1 << strideBits) - 1);
    }

    private static byte[] lengthSymbols() {
        byte[] symbols = new byte[MAX_MATCH + 1];
        for (int symbol = 0; symbol < LENGTH_BASES.length; symbol++) {
            Arrays.fill(symbols, LENGTH_BASES[symbol], symbols.length, (byte) symbol);
        }
        return symbols;
    }

    /** Writes the data as one last block. */
    void writeTo(BitWriter out) {
        tokenise();
        HuffmanCode literals = HuffmanCode.of(literalCounts, 15);
        HuffmanCode distances = HuffmanCode.of(distanceCounts, 15);
        writeHeader(out, literals, distances);
        for (int i = 0; i < tokenCount; i++) {
            int token = tokens[i];
            if (token < MATCH) {
                literals.write(out, token);
            } else {
                writeMatch(out, literals, distances, token);
            }
        }
    }

    private void tokenise() {
        int position = 0;
        while (position < data.length) {
            int limit = Math.min(data.length, position + MAX_MATCH);
            int before = position >= 1 ? matched(position, limit, 1) : 0;
            int above = position >= stride && before < limit - position ? matched(position, limit, stride) : 0;
            int length = Math.max(before, above);
            if (length >= MIN_MATCH) {
                boolean useAbove = above > before;
                tokens[tokenCount++] = MATCH | (useAbove ? ABOVE : 0) | length;
                literalCounts[FIRST_LENGTH + LENGTH_SYMBOLS[length]]++;
                distanceCounts[useAbove ? strideSymbol : 0]++;
                position += length;
            } else {
                int literal = data[position++] & 0xFF;
                tokens[tokenCount++] = literal;
                literalCounts[literal]++;
            }
        }
        tokens[tokenCount++] = END_OF_BLOCK;
        literalCounts[END_OF_BLOCK] = 1;
        // Readers want at least one distance code, used or not.
        distanceCounts[0]++;
    }

    private int matched(int position, int limit, int distance) {
        if (data[position] != data[position - distance]) {
            return 0;
        }
        int mismatch = Arrays.mismatch(data, position, limit, data, position - distance, limit - distance);
        return mismatch < 0 ? limit - position : mismatch;
    }

    private void writeMatch(BitWriter out, HuffmanCode literals, HuffmanCode distances, int token) {
        int length = token & 0xFFFF;
        int symbol = LENGTH_SYMBOLS[length];
        literals.write(out, FIRST_LENGTH + symbol);
        out.write(length - LENGTH_BASES[symbol], LENGTH_BITS[symbol]);
        if ((token & ABOVE) == 0) {
            distances.write(out, 0);
        } else {
            distances.write(out, strideSymbol);
            out.write(strideExtra, strideBits);
        }
    }

    private static void writeHeader(BitWriter out, HuffmanCode literals, HuffmanCode distances) {
        int literalSymbols = literals.usedSymbols(FIRST_LENGTH);
        int distanceSymbols = distances.usedSymbols(1);
        int[] lengths = Arrays.copyOf(literals.lengths, literalSymbols + distanceSymbols);
        System.arraycopy(distances.lengths, 0, lengths, literalSymbols, distanceSymbols);
        int[] runs = runs(lengths);
        int[] counts = new int[19];
        for (int run : runs) {
            counts[run & 0xFF]++;
        }
        HuffmanCode code = HuffmanCode.of(counts, 7);
        int ordered = CODE_LENGTH_ORDER.length;
        while (ordered > 4 && code.lengths[CODE_LENGTH_ORDER[ordered - 1]] == 0) {
            ordered--;
        }
        out.write(0b101, 3);
        out.write(literalSymbols - FIRST_LENGTH, 5);
        out.write(distanceSymbols - 1, 5);
        out.write(ordered - 4, 4);
        for (int i = 0; i < ordered; i++) {
            out.write(code.lengths[CODE_LENGTH_ORDER[i]], 3);
        }
        for (int run : runs) {
            code.write(out, run & 0xFF);
            if ((run & 0xFF) == 18) {
                out.write((run >> 8) - 11, 7);
            } else if ((run & 0xFF) == 17) {
                out.write((run >> 8) - 3, 3);
            }
        }
    }

    /** Code lengths with runs of zeros folded: symbol in the lowest byte, the run's length above it. */
    private static int[] runs(int[] lengths) {
        int[] runs = new int[lengths.length];
        int count = 0;
        int i = 0;
        while (i < lengths.length) {
            int zeros = 0;
            while (i + zeros < lengths.length && lengths[i + zeros] == 0 && zeros < 138) {
                zeros++;
            }
            if (zeros >= 3) {
                runs[count++] = (zeros >= 11 ? 18 : 17) | zeros << 8;
                i += zeros;
            } else {
                runs[count++] = lengths[i++];
            }
        }
        return Arrays.copyOf(runs, count);
    }
}
