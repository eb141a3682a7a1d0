package dev.cadwright.hub.cache;

import dev.cadwright.hub.ContentId;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A blob of which some ranges are here: the bytes in {@code CHECKSUM.cadwright.incomplete}, and beside it how far each
 * range has come, in memory that the system writes to the disk: a process that is killed loses nothing that it had
 * written. After a loss of power the two may disagree; the checksum tells then.
 *
 * <p>Each range is written by one thread at a time.
 */
public final class PartialBlob implements AutoCloseable {
    private static final long MAGIC = 0x3143_4a32_7562_4857L;
    private static final int HEADER = 4 * Long.BYTES;

    private final ContentId content;
    private final long size;
    private final long rangeBytes;
    private final Path file;
    private final Path journal;
    private final FileChannel bytes;
    private final Arena arena;
    private final MemorySegment progress;

    private PartialBlob(
            ContentId content,
            long size,
            long rangeBytes,
            Path file,
            Path journal,
            FileChannel bytes,
            Arena arena,
            MemorySegment progress) {
        this.content = content;
        this.size = size;
        this.rangeBytes = rangeBytes;
        this.file = file;
        this.journal = journal;
        this.bytes = bytes;
        this.arena = arena;
        this.progress = progress;
    }

    /** From {@code start} up to, and without, {@code end}. */
    public record Range(int index, long start, long end) {}

    /**
     * Goes on with what an earlier process has left, or begins.
     *
     * @param rangeBytes size of the ranges, where this begins
     */
    public static PartialBlob open(CachedRepository repository, ContentId content, long size, long rangeBytes)
            throws IOException {
        Files.createDirectories(repository.blobs());
        Path file = file(repository, content);
        Path journal = journal(repository, content);
        long ranges = Files.exists(file) ? rangesOf(journal, size) : 0;
        boolean isNew = ranges == 0;
        long used = isNew ? Math.max(rangeBytes, Math.ceilDiv(size, 1L << 20)) : ranges;
        FileChannel bytes =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Arena arena = Arena.ofShared();
        try {
            if (isNew) {
                bytes.truncate(0);
                Files.deleteIfExists(journal);
            }
            MemorySegment progress = map(journal, HEADER + Math.ceilDiv(size, used) * Long.BYTES, arena);
            PartialBlob blob = new PartialBlob(content, size, used, file, journal, bytes, arena, progress);
            blob.begin(isNew);
            return blob;
        } catch (IOException | RuntimeException e) {
            arena.close();
            bytes.close();
            throw e;
        }
    }

    /** Bytes of the disk that an earlier process has taken for a blob already; holes are not counted. */
    public static long allocated(CachedRepository repository, ContentId content) throws IOException {
        Path file = file(repository, content);
        Path journal = journal(repository, content);
        if (!Files.exists(file) || !Files.exists(journal) || Files.size(journal) < HEADER) {
            return 0;
        }
        ByteBuffer counts = ByteBuffer.wrap(Files.readAllBytes(journal)).order(java.nio.ByteOrder.nativeOrder());
        long sum = 0;
        for (int offset = HEADER; offset + Long.BYTES <= counts.limit(); offset += Long.BYTES) {
            sum += Math.max(0, counts.getLong(offset));
        }
        return Math.clamp(sum, 0, Files.size(file));
    }

    private static Path file(CachedRepository repository, ContentId content) {
        return repository.blobs().resolve(content.hex() + ".cadwright.incomplete");
    }

    private static Path journal(CachedRepository repository, ContentId content) {
        return repository.blobs().resolve(content.hex() + ".ranges.incomplete");
    }

    /** The size of the ranges in a journal that was left; 0 if there is none of use. */
    private static long rangesOf(Path journal, long size) throws IOException {
        if (!Files.exists(journal) || Files.size(journal) < HEADER) {
            return 0;
        }
        try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER).order(java.nio.ByteOrder.nativeOrder());
            while (header.hasRemaining() && channel.read(header) >= 0) {
                continue;
            }
            header.flip();
            boolean isOurs = header.remaining() == HEADER && header.getLong() == MAGIC && header.getLong() == size;
            long ranges = isOurs ? header.getLong() : 0;
            return ranges > 0 && channel.size() == HEADER + Math.ceilDiv(size, ranges) * Long.BYTES ? ranges : 0;
        }
    }

    private static MemorySegment map(Path journal, long length, Arena arena) throws IOException {
        try (FileChannel channel = FileChannel.open(
                journal, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, length, arena);
        }
    }

    private void begin(boolean isNew) throws IOException {
        if (isNew) {
            progress.fill((byte) 0);
            progress.set(ValueLayout.JAVA_LONG, Long.BYTES, size);
            progress.set(ValueLayout.JAVA_LONG, 2L * Long.BYTES, rangeBytes);
            progress.set(ValueLayout.JAVA_LONG, 0, MAGIC);
            return;
        }
        long there = bytes.size();
        for (Range range : ranges()) {
            long done = done(range);
            if (done < 0 || done > range.end() - range.start() || (done > 0 && range.start() + done > there)) {
                set(range, 0);
            }
        }
    }

    public ContentId content() {
        return content;
    }

    public long size() {
        return size;
    }

    public List<Range> ranges() {
        int count = Math.toIntExact(Math.ceilDiv(size, rangeBytes));
        return IntStream.range(0, count)
                .mapToObj(index -> new Range(index, index * rangeBytes, Math.min(size, (index + 1) * rangeBytes)))
                .toList();
    }

    /** Bytes of a range that are here. */
    public long done(Range range) {
        return progress.get(ValueLayout.JAVA_LONG, offset(range));
    }

    /** Bytes that are here. */
    public long done() {
        return ranges().stream().mapToLong(this::done).sum();
    }

    /** Appends to what is here of a range. */
    public void append(Range range, ByteBuffer chunk) throws IOException {
        long done = done(range);
        int count = chunk.remaining();
        if (done + count > range.end() - range.start()) {
            throw new IllegalArgumentException("more bytes than the range has");
        }
        write(range.start() + done, chunk);
        set(range, done + count);
    }

    /** Writes at the front, over what is here: for a source that knows no ranges. */
    public void overwrite(long position, ByteBuffer chunk) throws IOException {
        long end = position + chunk.remaining();
        write(position, chunk);
        for (Range range : ranges()) {
            long reached = Math.min(end, range.end()) - range.start();
            if (range.start() >= end) {
                break;
            }
            if (reached > done(range)) {
                set(range, reached);
            }
        }
    }

    /** Forgets all of it. */
    public void discard() throws IOException {
        ranges().forEach(range -> set(range, 0));
        bytes.truncate(0);
    }

    /** Whether the bytes have the checksum that names them. */
    public boolean isIntact() throws IOException {
        return bytes.size() == size && content.matches(file);
    }

    /** Gives the blob its name, durably. */
    public void publish(Path blob) throws IOException {
        bytes.force(true);
        AtomicFiles.move(file, blob);
        Files.deleteIfExists(journal);
    }

    /** Leaves nothing behind. */
    public void delete() throws IOException {
        Files.deleteIfExists(journal);
        Files.deleteIfExists(file);
    }

    private void write(long position, ByteBuffer chunk) throws IOException {
        long at = position;
        while (chunk.hasRemaining()) {
            at += bytes.write(chunk, at);
        }
    }

    private void set(Range range, long done) {
        progress.set(ValueLayout.JAVA_LONG, offset(range), done);
    }

    private static long offset(Range range) {
        return HEADER + (long) range.index() * Long.BYTES;
    }

    @Override
    public void close() throws IOException {
        arena.close();
        bytes.close();
    }
}
