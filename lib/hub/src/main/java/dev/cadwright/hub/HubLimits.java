package dev.cadwright.hub;

import java.time.Duration;

/**
 * How much is asked of a hub at once, and what is taken from one that is slow, broken or hostile.
 *
 * @param connections files and ranges that are transferred at once
 * @param rangeBytes files larger than this come in ranges of this size
 * @param headers time for an answer to begin
 * @param stall time without a byte after which an answer counts as broken off
 * @param tries failures in a row, without a byte in between, after which a transfer is given up
 * @param firstWait the wait before the second try; doubles with each further one
 * @param longestWait the longest wait, also when the hub asks for a longer one: then the transfer is given up
 * @param answerBytes the largest answer of the hub that is not a file
 * @param files the most files that a repository may have
 * @param spareBytes what is left free on the disk
 */
public record HubLimits(
        int connections,
        long rangeBytes,
        Duration connect,
        Duration headers,
        Duration stall,
        int tries,
        Duration firstWait,
        Duration longestWait,
        int answerBytes,
        int files,
        long spareBytes) {
    public static final HubLimits DEFAULTS = new HubLimits(
            8,
            32L << 20,
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            6,
            Duration.ofMillis(500),
            Duration.ofMinutes(5),
            64 << 20,
            10_000,
            64L << 20);

    public HubLimits {
        if (connections < 1 || rangeBytes < 1 || tries < 1 || answerBytes < 1 || files < 1 || spareBytes < 0) {
            throw new IllegalArgumentException("limits of the hub must be positive");
        }
    }

    public HubLimits withConnections(int count) {
        return new HubLimits(
                count,
                rangeBytes,
                connect,
                headers,
                stall,
                tries,
                firstWait,
                longestWait,
                answerBytes,
                files,
                spareBytes);
    }

    public HubLimits withRangeBytes(long bytes) {
        return new HubLimits(
                connections,
                bytes,
                connect,
                headers,
                stall,
                tries,
                firstWait,
                longestWait,
                answerBytes,
                files,
                spareBytes);
    }

    /** With other times to wait. */
    public HubLimits withPatience(Duration stallTime, int tryCount, Duration first, Duration longest) {
        return new HubLimits(
                connections,
                rangeBytes,
                connect,
                headers,
                stallTime,
                tryCount,
                first,
                longest,
                answerBytes,
                files,
                spareBytes);
    }

    /** With another bound on what one answer and one repository may hold. */
    public HubLimits withBounds(int bytes, int fileCount) {
        return new HubLimits(
                connections,
                rangeBytes,
                connect,
                headers,
                stall,
                tries,
                firstWait,
                longestWait,
                bytes,
                fileCount,
                spareBytes);
    }
}
