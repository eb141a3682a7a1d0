package dev.cadwright.dataset.source;

import dev.cadwright.cad.Language;
import dev.cadwright.cad.language.Programs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of an archive that have one of some endings, sorted by their paths. Hidden files are passed over. */
final class FolderSource implements ShapeSource {
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern HIDDEN = Pattern.compile("(.*/)?(\\.|__MACOSX/).*");
    private static final int LONGEST_ID = 100;

    /** Turns a file into a shape. */
    private interface Reader {
        RawShape read(String id, byte[] content);
    }

    private final ArchiveFolder archive;
    private final List<String> names;
    private final Map<String, String> ids;
    private final Reader reader;

    private FolderSource(ArchiveFolder archive, int limit, List<String> endings, Reader reader) {
        this.archive = archive;
        this.reader = reader;
        this.names = archive.names().stream()
                .filter(name -> endings.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith))
                .filter(name -> !HIDDEN.matcher(name).matches())
                .limit(limit)
                .toList();
        this.ids = ids(names);
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
        return reader.read(ids.get(name), archive.read(name));
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }

    private static RawShape program(String id, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        return new RawShape.Program(id, Language.DEEPCAD, content, Programs.parse(Language.DEEPCAD, text));
    }

    /**
     * A file's name without its ending where no other file has it, else its whole path; in letters, digits, {@code .},
     * {@code _} and {@code -}, and numbered where even that is not enough. Case does not tell ids apart, since exported
     * folders may not.
     */
    private static Map<String, String> ids(List<String> names) {
        Map<String, Long> uses = names.stream()
                .map(name -> stem(name).toLowerCase(Locale.ROOT))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<String, String> ids = new TreeMap<>();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String stem = stem(name);
            String wanted = uses.get(stem.toLowerCase(Locale.ROOT)) == 1 ? stem : path(name);
            String id = wanted;
            for (int number = 2; !taken.add(id.toLowerCase(Locale.ROOT)); number++) {
                id = wanted + "-" + number;
            }
            ids.put(name, id);
        }
        return ids;
    }

    private static String stem(String name) {
        return clean(name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.')));
    }

    private static String path(String name) {
        return clean(name.substring(0, name.lastIndexOf('.')).replace('/', '-'));
    }

    private static String clean(String text) {
        String clean = NOT_IN_IDS.matcher(text).replaceAll("_");
        // The end of a path says more than its beginning.
        String bounded = clean.substring(Math.max(0, clean.length() - LONGEST_ID));
        return bounded.isEmpty() || !Character.isLetterOrDigit(bounded.charAt(0)) ? "s" + bounded : bounded;
    }
}
