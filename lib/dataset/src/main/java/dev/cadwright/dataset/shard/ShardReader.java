package dev.cadwright.dataset.shard;

import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleDescription;
import dev.cadwright.dataset.SampleFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads the samples of a shard one after the other, with no more than one in memory. */
public final class ShardReader implements AutoCloseable {
    private static final int MAXIMUM_FILE = 256 << 20;

    private final ZipInputStream zip;
    private ZipEntry ahead;

    /** @param in is closed with this reader */
    public ShardReader(InputStream in) throws IOException {
        zip = new ZipInputStream(in);
        ahead = zip.getNextEntry();
    }

    /** The next sample, or empty at the end. */
    public Optional<Sample> next() throws IOException {
        if (ahead == null) {
            return Optional.empty();
        }
        String folder = folder(ahead);
        if (!fileName(ahead).equals(ShardWriter.DESCRIPTION)) {
            throw corrupt("sample " + folder + " does not begin with " + ShardWriter.DESCRIPTION);
        }
        SampleDescription description = DatasetJson.mapper().readValue(content(), SampleDescription.class);
        if (!description.id().equals(folder)) {
            throw corrupt("folder " + folder + " holds the sample " + description.id());
        }
        Map<SampleFile, byte[]> files = new EnumMap<>(SampleFile.class);
        for (ahead = zip.getNextEntry(); ahead != null && folder(ahead).equals(folder); ahead = zip.getNextEntry()) {
            files.put(kind(ahead), content());
        }
        return Optional.of(new Sample(description, files));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private byte[] content() throws IOException {
        byte[] bytes = zip.readNBytes(MAXIMUM_FILE);
        if (zip.read() >= 0) {
            throw corrupt("a file of a sample has more than " + MAXIMUM_FILE + " bytes");
        }
        return bytes;
    }

    private static SampleFile kind(ZipEntry entry) {
        for (SampleFile file : SampleFile.values()) {
            if (file.fileName().equals(fileName(entry))) {
                return file;
            }
        }
        throw corrupt("a sample has no file of the name " + entry.getName());
    }

    private static String folder(ZipEntry entry) {
        int slash = entry.getName().indexOf('/');
        if (slash < 1) {
            throw corrupt("not a file of a sample: " + entry.getName());
        }
        return entry.getName().substring(0, slash);
    }

    private static String fileName(ZipEntry entry) {
        return entry.getName().substring(entry.getName().indexOf('/') + 1);
    }

    private static DatasetException corrupt(String message) {
        return new DatasetException(DatasetException.Code.DATASET_CORRUPT, message);
    }
}
