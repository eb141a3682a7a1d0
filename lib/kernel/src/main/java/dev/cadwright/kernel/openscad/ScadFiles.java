package dev.cadwright.kernel.openscad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gathers a program and the files it names: those of its {@code include} and {@code use}, and those whose names stand in
 * it as a text, transitively. Only files inside the root and the library folders are ever read.
 *
 * @param root the folder that the program may see
 * @param libraries folders to look in for what is not beside the program, such as the one that holds {@code MCAD}
 */
public record ScadFiles(Path root, List<Path> libraries) {
    private static final int MOST_FILES = 1000;
    private static final long MOST_BYTES = 48L << 20;

    /** After {@code include} or {@code use} the name stands in angle brackets, else in quotation marks. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:include|use)\\s*<([^>\\n]{1,500})>|\"((?:[^\"\\\\\\n]|\\\\.){1,500})\"");

    /** What a program's names are looked up in. */
    @FunctionalInterface
    public interface Folder {
        /** A folder without files. */
        Folder EMPTY = path -> Optional.empty();

        /** @param path relative, with {@code /} between the parts, without {@code .} or {@code ..} */
        Optional<byte[]> read(String path) throws IOException;
    }

    public ScadFiles {
        Objects.requireNonNull(root, "root");
        libraries = List.copyOf(libraries);
    }

    /** The files beside a program, and the system's OpenSCAD libraries where there are some. */
    public static ScadFiles beside(Path program) {
        Path folder = program.toAbsolutePath().normalize().getParent();
        return new ScadFiles(folder, systemLibraries());
    }

    /** Where {@code OPENSCADPATH} says, else where the system's packages put them. */
    public static List<Path> systemLibraries() {
        String named = System.getenv("OPENSCADPATH");
        List<String> folders =
                named == null || named.isBlank() ? List.of("/usr/share/openscad/libraries") : List.of(named.split(":"));
        return folders.stream()
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .filter(Files::isDirectory)
                .toList();
    }

    /**
     * Reads a program and what it names. What cannot be found is left out: running the program will say so.
     *
     * @param program a file below the root
     * @throws IOException if the program cannot be read, or is not below the root
     */
    public ScadSource read(Path program) throws IOException {
        Path top = root.toRealPath();
        Path file = program.toRealPath();
        if (!file.startsWith(top)) {
            throw new IOException(program + " is not below " + root);
        }
        String name = name(top.relativize(file));
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return gather(name, text, path -> find(path, top));
    }

    /**
     * A program with what it names, as far as it is there.
     *
     * @param name the program's path among the files; any other text stands for a program at the top
     * @throws IOException if a file cannot be read, or the program names too many or too large ones
     */
    public static ScadSource gather(String name, String text, Folder folder) throws IOException {
        String place = isPlain(name) ? name : "program.scad";
        Map<String, byte[]> files = new Gathering(folder).from(place, text);
        files.remove(place);
        return new ScadSource(place, text, files);
    }

    private static boolean isPlain(String name) {
        try {
            return !Path.of(name).isAbsolute()
                    && List.of(name.split("/", -1)).stream()
                            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** A file of the root, else of a library. */
    private Optional<byte[]> find(String path, Path top) throws IOException {
        List<Path> folders = new ArrayList<>(List.of(top));
        folders.addAll(libraries);
        for (Path folder : folders) {
            Path file = folder.resolve(path);
            if (Files.isRegularFile(file) && file.toRealPath().startsWith(folder.toRealPath())) {
                if (Files.size(file) > MOST_BYTES) {
                    throw tooMuch();
                }
                return Optional.of(Files.readAllBytes(file));
            }
        }
        return Optional.empty();
    }

    private static IOException tooMuch() {
        return new IOException("the program names more than " + MOST_FILES + " files or " + MOST_BYTES + " bytes");
    }

    private static String name(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    /** One walk over the names, from file to file. */
    private static final class Gathering {
        private final Folder folder;
        private final Map<String, byte[]> files = new LinkedHashMap<>();
        private final Deque<String> unread = new ArrayDeque<>();
        private long bytes;

        Gathering(Folder folder) {
            this.folder = folder;
        }

        Map<String, byte[]> from(String name, String text) throws IOException {
            files.put(name, new byte[0]);
            scan(name, text);
            while (!unread.isEmpty()) {
                String next = unread.poll();
                scan(next, new String(files.get(next), StandardCharsets.UTF_8));
            }
            return files;
        }

        private void scan(String from, String text) throws IOException {
            Path beside = Optional.ofNullable(Path.of(from).getParent()).orElse(Path.of(""));
            Matcher names = NAME.matcher(text);
            while (names.find()) {
                String named = names.group(1) != null ? names.group(1) : names.group(2);
                try {
                    if (!take(beside.resolve(named).normalize())) {
                        take(Path.of(named).normalize());
                    }
                } catch (InvalidPathException e) {
                    // A text that is no name of a file.
                    continue;
                }
            }
        }

        /** Whether there is such a file, here or in a library. */
        private boolean take(Path relative) throws IOException {
            String name = name(relative);
            if (files.containsKey(name)) {
                return true;
            }
            if (relative.isAbsolute() || name.isEmpty() || name.startsWith("..")) {
                return false;
            }
            Optional<byte[]> found = folder.read(name);
            if (found.isEmpty()) {
                return false;
            }
            bytes += found.get().length;
            if (files.size() >= MOST_FILES || bytes > MOST_BYTES) {
                throw tooMuch();
            }
            files.put(name, found.get());
            if (name.endsWith(".scad")) {
                unread.add(name);
            }
            return true;
        }
    }
}
