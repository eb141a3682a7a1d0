package dev.cadwright.dataset.shard;

import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes samples into one zip: for each its {@code <id>/sample.json}, then its files in the order of
 * {@link SampleFile}. Times are fixed, so the same samples give the same bytes.
 */
public final class ShardWriter implements AutoCloseable {
    static final String DESCRIPTION = "sample.json";

    private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    /** @param out is closed with this writer */
    public ShardWriter(OutputStream out) {
        zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
    }

    public void write(Sample sample) throws IOException {
        entry(sample.id() + "/" + DESCRIPTION, DatasetJson.mapper().writeValueAsBytes(sample.description()));
        for (Map.Entry<SampleFile, byte[]> file : sample.files().entrySet()) {
            entry(sample.id() + "/" + file.getKey().fileName(), file.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private void entry(String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EPOCH);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
