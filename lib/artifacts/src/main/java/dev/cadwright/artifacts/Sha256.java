package dev.cadwright.artifacts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private static final int DIGITS = 64;

    private Sha256() {}

    /** Whether {@code text} has the form of a digest. */
    public static boolean isValid(String text) {
        if (text == null || text.length() != DIGITS) {
            return false;
        }
        for (int i = 0; i < DIGITS; i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Throws {@link ArtifactException} with code {@code invalid_digest} unless {@code text} is a digest. */
    public static String requireValid(String text) {
        if (!isValid(text)) {
            throw new ArtifactException(
                    ArtifactException.Code.INVALID_DIGEST, "a digest is 64 lower-case hexadecimal digits");
        }
        return text;
    }

    public static String of(byte[] content) {
        return hex(newDigest().digest(content));
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
