package dev.cadwright.dataset.source;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.kernel.program.ProgramInput;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of an archive that are programs or solids, sorted by their paths. */
final class FolderSource implements ShapeSource {
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^A-Za-z0-9._-]");
    private static final int LONGEST_ID = 100;

    private final ProgramFolder folder;
    private final List<String> names;
    private final Map<String, String> ids;

    private FolderSource(ProgramFolder folder, int limit) {
        this.folder = folder;
        this.names = folder.names().stream().limit(limit).toList();
        this.ids = ids(names);
    }

    /** Programs of all languages, and STEP files. */
    static FolderSource programs(String artifact, ArtifactStore store, int limit) {
        return open(artifact, store, limit, ProgramNames::isKnown);
    }

    static FolderSource deepcad(String artifact, ArtifactStore store, int limit) {
        return open(
                artifact, store, limit, name -> name.toLowerCase(Locale.ROOT).endsWith(".json"));
    }

    static FolderSource step(String artifact, ArtifactStore store, int limit) {
        return open(artifact, store, limit, ProgramNames::isStep);
    }

    private static FolderSource open(String artifact, ArtifactStore store, int limit, Predicate<String> wanted) {
        return new FolderSource(ProgramFolder.open(artifact, wanted, store), limit);
    }

    @Override
    public int size() {
        return names.size();
    }

    @Override
    public RawShape shape(int index) throws IOException {
        String name = names.get(index);
        byte[] content = folder.read(name);
        if (ProgramNames.isStep(name)) {
            return new RawShape.Solid(ids.get(name), content);
        }
        ProgramInput input = ProgramInput.named(name, content, folder.files())
                .orElseThrow(() -> new IllegalStateException("no program: " + name));
        return new RawShape.Program(ids.get(name), content, input);
    }

    @Override
    public void close() throws IOException {
        folder.close();
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
