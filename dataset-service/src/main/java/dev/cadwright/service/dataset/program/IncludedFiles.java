package dev.cadwright.service.dataset.program;

import dev.cadwright.kernel.openscad.ScadFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The zip of a sample's program and what it includes; written by us, but read as if it were not.
 *
 * @param program the program's own path among the files
 */
record IncludedFiles(String program, Map<String, byte[]> files) implements ScadFiles.Folder {
    private static final int MOST = 64 << 20;

    static IncludedFiles of(byte[] zip) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        String program = null;
        int left = MOST;
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new IOException("the files that a program includes have more than " + MOST + " bytes");
                }
                program = program == null ? entry.getName() : program;
                files.put(entry.getName(), content);
            }
        }
        if (program == null) {
            throw new IOException("a zip of what a program includes is empty");
        }
        return new IncludedFiles(program, files);
    }

    @Override
    public Optional<byte[]> read(String path) {
        return Optional.ofNullable(files.get(path));
    }
}
