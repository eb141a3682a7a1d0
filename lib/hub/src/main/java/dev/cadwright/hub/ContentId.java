package dev.cadwright.hub;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What names the content of a file at a hub and in its cache: the SHA-256 of a large file, as git LFS has it, or the
 * SHA-1 of git's blob object for a small one.
 *
 * @param hex 64 or 40 lower-case hexadecimal digits
 */
public record ContentId(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int BUFFER = 1 << 20;

    public ContentId {
        if (!isValid(hex)) {
            throw new IllegalArgumentException("not the checksum of a file: " + hex);
        }
    }

    public static boolean isValid(String hex) {
        return hex != null && FORM.matcher(hex).matches();
    }

    /** Whether this is the SHA-256 of a large file. */
    public boolean isLarge() {
        return hex.length() == 64;
    }

    /** The id that a large file has. */
    public static ContentId large(Path file) throws IOException {
        return digest(file, sha256());
    }

    /** The id that a small file has. */
    public static ContentId small(byte[] content) {
        MessageDigest digest = gitBlob(content.length);
        digest.update(content);
        return of(digest);
    }

    /** Whether the file has this content. */
    public boolean matches(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return digest(channel, isLarge() ? sha256() : gitBlob(channel.size()))
                    .equals(this);
        }
    }

    private static ContentId digest(Path file, MessageDigest digest) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return digest(channel, digest);
        }
    }

    private static ContentId digest(FileChannel channel, MessageDigest digest) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        while (channel.read(buffer) >= 0) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        return of(digest);
    }

    private static ContentId of(MessageDigest digest) {
        return new ContentId(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest gitBlob(long size) {
        MessageDigest digest = instance("SHA-1");
        digest.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return digest;
    }

    private static MessageDigest sha256() {
        return instance("SHA-256");
    }

    private static MessageDigest instance(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
