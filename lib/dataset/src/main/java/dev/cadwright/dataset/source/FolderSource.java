package dev.cadwright.dataset.source;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The files of an archive that have one of some endings, sorted by their paths. */
final class FolderSource implements ShapeSource {
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9._-]");

    /** Turns a file into a shape. */
    private interface Reader {
        RawShape read(String id, byte[] content);
    }

    private final ArchiveFolder archive;
    private final List<String> names;
    private final Reader reader;

    private FolderSource(ArchiveFolder archive, int limit, List<String> endings, Reader reader) {
        this.archive = archive;
        this.reader = reader;
        this.names = archive.names().stream()
                .filter(name -> endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .limit(limit)
                .toList();
    }

    static FolderSource deepcad(ArchiveFolder archive, int limit) {
        return new FolderSource(archive, limit, List.of(".json"), FolderSource::program);
    }

    static FolderSource step(ArchiveFolder archive, int limit) {
        return new FolderSource(archive, limit, List.of(".step", ".stp"), RawShape.Solid::new);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public RawShape shape(int index) throws IOException {
        String name = names.get(index);
        return reader.read(id(name), archive.read(name));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static RawShape program(String id, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return new RawShape.Program(id, Language.DEEPCAD, content, Programs.parse(Language.DEEPCAD, text));
    }

    /** The file's name without its ending; characters that ids do not have become underscores. */
    private static String id(String path) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        String stem = file.substring(0, file.lastIndexOf('.'));
        String clean = NOT_IN_IDS.matcher(stem).replaceAll("_");
        String bounded = clean.substring(0, Math.min(clean.length(), 100));
        return bounded.isEmpty() || !Character.isLetterOrDigit(bounded.charAt(0)) ? "s" + bounded : bounded;
    }
}
