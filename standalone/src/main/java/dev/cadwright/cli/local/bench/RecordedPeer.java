package dev.cadwright.cli.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What CadQuery took for the samples, measured once, for machines that do not have it. */
final class RecordedPeer {
    private static final String RESOURCE = "/bench/recorded.properties";
    private static final String SOURCE = "source";

    private final Properties figures = new Properties();

    RecordedPeer() {
        this(RESOURCE);
    }

    private RecordedPeer(String name) {
        try (InputStream resource = RecordedPeer.class.getResourceAsStream(name)) {
            figures.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PyTorch's and llama.cpp's figures for models. */
    static RecordedPeer ofModels() {
        return new RecordedPeer("/bench/recorded-models.properties");
    }

    /** Which tool, when, and on what machine. */
    String source() {
        return figures.getProperty(SOURCE);
    }

    /** The record with the peer's figure beside it, where there is one. */
    BenchRecord beside(BenchRecord record) {
        String figure = figures.getProperty(record.name());
        if (figure == null || record.peer() != null) {
            return record;
        }
        double peer = Double.parseDouble(figure);
        return BenchRecord.of(record.name(), record.value(), record.unit(), peer);
    }
}
