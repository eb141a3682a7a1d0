package dev.cadwright.hub.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.WeakHashMap;

/** The checksums of the protocol, by a way of their own: what is tested must not check itself. */
public final class Hashes {
    /** By identity, as arrays are compared: a large file is asked for again and again. */
    private static final Map<byte[], String> SHA256 = Collections.synchronizedMap(new WeakHashMap<>());

    private static final Map<byte[], String> GIT_BLOB = Collections.synchronizedMap(new WeakHashMap<>());

    private Hashes() {}

    public static String sha256(byte[] content) {
        return SHA256.computeIfAbsent(content, bytes -> HexFormat.of().formatHex(digest("SHA-256", bytes)));
    }

    /** Of git's blob object. */
    public static String gitBlob(byte[] content) {
        return GIT_BLOB.computeIfAbsent(content, Hashes::gitBlobOf);
    }

    private static String gitBlobOf(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return HexFormat.of().formatHex(digest("SHA-1", all));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
