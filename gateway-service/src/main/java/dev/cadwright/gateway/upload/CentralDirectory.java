package dev.cadwright.gateway.upload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The part of a ZIP file that the JDK keeps to itself: how many entries its directory holds, before that is read into
 * memory, and whether one of them is a link or a device. Layout: PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16.
 */
record CentralDirectory(int entries, boolean encrypted, boolean special) {
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;
    private static final int UNIX = 3;
    private static final int TYPE_MASK = 0xf000;
    private static final int REGULAR = 0x8000;
    private static final int FOLDER = 0x4000;

    /**
     * Reads the directory, at most {@code limit} entries of it.
     *
     * @throws BrokenZip if there is none, or if it does not end where the file says
     */
    static CentralDirectory read(Path zip, int limit) throws IOException, BrokenZip {
        try (var channel = FileChannel.open(zip, StandardOpenOption.READ)) {
            var end = end(channel);
            long size = Integer.toUnsignedLong(end.bytes().getInt(12));
            long offset = Integer.toUnsignedLong(end.bytes().getInt(16));
            if (size == 0xffffffffL || offset == 0xffffffffL || end.bytes().getShort(10) == (short) 0xffff) {
                throw new BrokenZip("It is a ZIP64 archive, which is for more than 65,534 files or 4 GiB.");
            }
            if (offset + size != end.position()) {
                throw new BrokenZip("Its directory does not lie where its last record says.");
            }
            return scan(channel, offset, size, limit);
        }
    }

    private record End(long position, ByteBuffer bytes) {}

    private static End end(FileChannel channel) throws IOException, BrokenZip {
        long size = channel.size();
        int length = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        var tail = read(channel, size - length, length);
        for (int at = length - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END && at + END_BYTES + Short.toUnsignedInt(tail.getShort(at + 20)) == length) {
                var record = tail.slice(at, END_BYTES).order(ByteOrder.LITTLE_ENDIAN);
                return new End(size - length + at, record);
            }
        }
        throw new BrokenZip("It has no directory at its end; it may have been cut off.");
    }

    private static CentralDirectory scan(FileChannel channel, long offset, long size, int limit)
            throws IOException, BrokenZip {
        int entries = 0;
        boolean encrypted = false;
        boolean special = false;
        long at = offset;
        long end = offset + size;
        while (at < end && entries <= limit) {
            if (end - at < HEADER_BYTES) {
                throw new BrokenZip("Its directory is damaged.");
            }
            var header = read(channel, at, HEADER_BYTES);
            if (header.getInt(0) != HEADER) {
                throw new BrokenZip("Its directory is damaged.");
            }
            entries++;
            encrypted |= (header.getShort(8) & 1) != 0;
            int mode = header.getInt(38) >>> 16;
            special |= header.get(5) == UNIX && !isPlain(mode & TYPE_MASK);
            at += HEADER_BYTES + variable(header, 28) + variable(header, 30) + variable(header, 32);
        }
        return new CentralDirectory(entries, encrypted, special);
    }

    private static boolean isPlain(int type) {
        return type == 0 || type == REGULAR || type == FOLDER;
    }

    private static int variable(ByteBuffer header, int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException, BrokenZip {
        var buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new BrokenZip("It ends too early.");
            }
        }
        return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
    }
}
