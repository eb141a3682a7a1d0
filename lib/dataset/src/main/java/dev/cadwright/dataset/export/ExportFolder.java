package dev.cadwright.dataset.export;

import java.io.IOException;

/** Where an export goes: a folder or a zip. */
public interface ExportFolder {
    /** @param path relative, with {@code /} */
    void add(String path, byte[] content) throws IOException;
}
