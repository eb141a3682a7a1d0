package dev.cadwright.dataset.build;

import dev.cadwright.dataset.Split;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Puts shapes into splits by the seed and their geometry, so that equal shapes are never on both sides. */
final class SplitChoice {
    private SplitChoice() {}

    static Split of(String signature, long seed, BuildSpecification.SplitShares shares) {
        double position = position(signature, seed);
        if (position < shares.train()) {
            return Split.TRAIN;
        }
        return position < shares.train() + shares.validation() ? Split.VALIDATION : Split.TEST;
    }

    private static double position(String signature, long seed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
            byte[] hash = digest.digest(signature.getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1p-53;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
