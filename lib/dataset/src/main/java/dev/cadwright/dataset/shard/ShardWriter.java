package dev.cadwright.dataset.shard;

import dev.cadwright.dataset.DatasetJson;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes samples into one zip: for each its {@code <id>/sample.json}, then its files in the order of
 * {@link SampleFile}. The same samples give the same bytes.
 */
public final class ShardWriter implements AutoCloseable {
    static final String DESCRIPTION = "sample.json";

    private final DeterministicZip zip;

    /** @param out is closed with this writer */
    public ShardWriter(OutputStream out) {
        zip = new DeterministicZip(out);
    }

    public void write(Sample sample) throws IOException {
        zip.add(sample.id() + "/" + DESCRIPTION, DatasetJson.mapper().writeValueAsBytes(sample.description()));
        for (Map.Entry<SampleFile, byte[]> file : sample.files().entrySet()) {
            zip.add(sample.id() + "/" + file.getKey().fileName(), file.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
