package dev.cadwright.service.dataset;

import dev.cadwright.jobs.testkit.ServiceHomeResource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zips of the shipped samples, and what is in a zip. */
public final class Zips {
    private Zips() {}

    /** @param added further files by name, in the place of those of the same name */
    public static byte[] ofSamples(String folder, Map<String, String> added) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> samples =
                Files.list(ServiceHomeResource.root().resolve("samples").resolve(folder))) {
            for (Path sample : samples.toList()) {
                files.put(folder + "/" + sample.getFileName(), Files.readAllBytes(sample));
            }
        }
        added.forEach((name, text) -> files.put(folder + "/" + name, text.getBytes(StandardCharsets.UTF_8)));
        return of(files);
    }

    public static byte[] of(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static SortedMap<String, byte[]> read(byte[] zip) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
