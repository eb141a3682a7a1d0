package dev.cadwright.gateway.upload;

/**
 * What an archive may cost to unpack.
 *
 * @param entries files in it
 * @param bytes unpacked bytes in all
 * @param ratio unpacked bytes for each packed byte of a file; the first {@value #FREE} bytes of a file are free, since
 *     small files of zeros are harmless
 */
record ArchiveLimits(int entries, long bytes, int ratio) {
    static final int FREE = 1 << 20;

    ArchiveLimits {
        if (entries < 1 || bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("Limits are positive");
        }
    }
}
