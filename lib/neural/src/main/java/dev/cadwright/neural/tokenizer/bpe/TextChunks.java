package dev.cadwright.neural.tokenizer.bpe;

import dev.cadwright.neural.NeuralException;
import java.io.IOException;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file in pieces that are cut only where no word can go across: between a letter or digit and a white space behind it.
 * Words and their counts are those of the whole file, whatever its length.
 */
final class TextChunks implements AutoCloseable {
    private static final int USUAL = 1 << 20;
    /** Text without such a place is cut anywhere after this, so that memory stays bounded. */
    private static final int LONGEST = 1 << 24;

    private final Path file;
    private final FileChannel channel;
    private final Reader reader;
    private final StringBuilder buffer = new StringBuilder();
    private boolean ended;

    TextChunks(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ);
        this.reader = Channels.newReader(
                channel,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT),
                1 << 16);
    }

    /** The next piece, or null at the end. */
    String next() throws IOException {
        int goal = USUAL;
        while (true) {
            fill(goal);
            if (ended) {
                return take(buffer.length());
            }
            int cut = lastPlace();
            if (cut > 0) {
                return take(cut);
            }
            if (buffer.length() >= LONGEST) {
                boolean between = Character.isHighSurrogate(buffer.charAt(buffer.length() - 1));
                return take(buffer.length() - (between ? 1 : 0));
            }
            goal = Math.min(LONGEST, goal * 2);
        }
    }

    /** Bytes of the file read so far. */
    long position() throws IOException {
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private void fill(int goal) throws IOException {
        char[] block = new char[1 << 16];
        while (!ended && buffer.length() < goal) {
            int read;
            try {
                read = reader.read(block);
            } catch (CharacterCodingException e) {
                throw new NeuralException("bad_text", file + " is not UTF-8 text.", e);
            }
            if (read < 0) {
                ended = true;
            } else {
                buffer.append(block, 0, read);
            }
        }
    }

    private int lastPlace() {
        for (int at = buffer.length() - 1; at > 0; at--) {
            char c = buffer.charAt(at);
            if ((c == ' ' || c == '\n' || c == '\t' || c == '\r') && Character.isLetterOrDigit(buffer.charAt(at - 1))) {
                return at;
            }
        }
        return 0;
    }

    private String take(int length) {
        if (length == 0) {
            return null;
        }
        String piece = buffer.substring(0, length);
        buffer.delete(0, length);
        return piece;
    }
}
