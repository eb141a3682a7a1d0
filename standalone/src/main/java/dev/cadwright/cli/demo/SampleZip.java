package dev.cadwright.cli.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a folder of shipped samples for its upload. */
final class SampleZip {
    private SampleZip() {}

    /** @return a temporary file, to be deleted by the caller */
    static Path of(Path folder) throws IOException {
        Path zip = Files.createTempFile("samples", ".zip");
        try (Stream<Path> entries = Files.list(folder);
                OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                packed.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, packed);
            }
        }
        return zip;
    }
}
