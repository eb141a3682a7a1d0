package dev.cadwright.cli.local.dataset;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.cad.language.ProgramNames;
import dev.cadwright.cli.local.InputOptions;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.source.FolderArchive;
import dev.cadwright.dataset.source.SourceSpecification;
import dev.cadwright.dataset.source.SourceSpecification.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Where shapes come from, as the command line says it: a folder, a zip, or {@code procedural:COUNT[:SEED]}.
 *
 * @param split all its shapes go there; empty where their geometry decides
 */
public record SourceArgument(String text, Optional<Split> split) {
    private static final Pattern PROCEDURAL = Pattern.compile("procedural:([0-9]{1,8})(?::([0-9]{1,18}))?");
    private static final String JSON = ".json";

    /** What programs may include; left behind where there are only DeepCAD JSON and STEP. */
    private static final Set<String> INCLUDED =
            Set.of(".stl", ".off", ".obj", ".amf", ".3mf", ".dxf", ".svg", ".png", ".dat", ".txt", ".csv");

    /**
     * One source, or two for a folder or zip that holds both JSON and STEP and no other programs. What is not generated
     * is copied into the store.
     *
     * @throws CommandFailure if it is none of the three, or holds no shape
     */
    public List<SourceSpecification> read(ArtifactStore store) {
        Matcher procedural = PROCEDURAL.matcher(text);
        if (procedural.matches()) {
            return List.of(generated(procedural));
        }
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
            return sources(kinds(path), kind -> pack(path, kind, store));
        }
        if (Files.isRegularFile(path) && InputOptions.ending(path).equals(".zip")) {
            return sources(
                    kindsOfZip(path), kind -> store.put(path, "application/zip").sha256());
        }
        throw CommandFailure.usage(text + " is no folder, no .zip file and not procedural:COUNT.");
    }

    private SourceSpecification generated(Matcher procedural) {
        try {
            return new SourceSpecification(
                    Kind.PROCEDURAL,
                    Optional.of(Integer.valueOf(procedural.group(1))),
                    Optional.ofNullable(procedural.group(2)).map(Long::valueOf),
                    split,
                    Optional.empty(),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(text + ": " + e.getMessage() + ".");
        }
    }

    private interface Packing {
        String pack(Kind kind);
    }

    private List<SourceSpecification> sources(List<Kind> kinds, Packing packing) {
        if (kinds.isEmpty()) {
            throw CommandFailure.usage(text + " holds no shape: " + ProgramNames.ENDINGS + ".");
        }
        return kinds.stream()
                .map(kind -> new SourceSpecification(
                        kind,
                        Optional.empty(),
                        Optional.empty(),
                        split,
                        Optional.of(packing.pack(kind)),
                        Optional.empty()))
                .toList();
    }

    private static String pack(Path folder, Kind kind, ArtifactStore store) {
        return FolderArchive.pack(folder, file -> belongs(kind, file), store).sha256();
    }

    private static List<Kind> kinds(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return kinds(files.filter(Files::isRegularFile).map(Path::toString).toList());
        } catch (IOException e) {
            throw CommandFailure.usage(folder + " cannot be read: " + e.getMessage());
        }
    }

    private static List<Kind> kindsOfZip(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return kinds(zip.stream().map(ZipEntry::getName).toList());
        } catch (ZipException e) {
            throw CommandFailure.usage(file + " is not a readable zip: " + e.getMessage());
        } catch (IOException e) {
            throw CommandFailure.usage(file + " cannot be read: " + e.getMessage());
        }
    }

    private static List<Kind> kinds(List<String> files) {
        if (files.stream().anyMatch(file -> is(Kind.FOLDER, file))) {
            return List.of(Kind.FOLDER);
        }
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : List.of(Kind.DEEPCAD, Kind.STEP)) {
            if (files.stream().anyMatch(file -> is(kind, file))) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private static boolean belongs(Kind kind, Path file) {
        return kind == Kind.FOLDER
                ? ProgramNames.isKnown(file.toString()) || INCLUDED.contains(InputOptions.ending(file))
                : is(kind, file.toString());
    }

    /** Whether a file is of a kind: of folders, what neither of the other two takes. */
    private static boolean is(Kind kind, String name) {
        boolean json = name.toLowerCase(Locale.ROOT).endsWith(JSON);
        return switch (kind) {
            case FOLDER -> ProgramNames.isKnown(name) && !ProgramNames.isStep(name) && !json;
            case DEEPCAD -> json;
            case STEP -> ProgramNames.isStep(name);
            case PROCEDURAL -> false;
        };
    }
}
