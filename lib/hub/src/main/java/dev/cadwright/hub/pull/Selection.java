package dev.cadwright.hub.pull;

import dev.cadwright.hub.HubException;
import dev.cadwright.hub.ModelAddress;
import dev.cadwright.hub.RemoteFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which files of a repository are pulled. Pickles never are: what loads one runs the code that is in it.
 *
 * @param include patterns of files to take; empty: weights as safetensors, and what describes and tokenises
 * @param exclude patterns of files to leave out of those
 */
public record Selection(List<String> include, List<String> exclude) {
    /** What a model needs, and what its licence and card are. */
    public static final Selection USUAL = new Selection(List.of(), List.of());

    private static final List<String> NEEDED = List.of(
            "*.safetensors",
            "*.json",
            "*.txt",
            "*.jinja",
            "*.model",
            "*.tiktoken",
            "*.md",
            "LICENSE*",
            "LICENCE*",
            "NOTICE*",
            "COPYING*");
    private static final Set<String> PICKLES =
            Set.of("bin", "pt", "pth", "pkl", "pickle", "ckpt", "joblib", "dill", "npy", "npz");
    private static final Set<String> OTHER_WEIGHTS = Set.of("h5", "msgpack", "onnx", "ot", "tflite", "gguf", "mlmodel");
    private static final String SAFETENSORS = ".safetensors";

    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** A file that is left out, and why. */
    public record LeftOut(RemoteFile file, String reason) {}

    /** What is pulled, and what is not. */
    public record Choice(List<RemoteFile> chosen, List<LeftOut> leftOut) {}

    /**
     * @throws HubException {@code no_safetensors} if there are weights, but none that may be pulled;
     *     {@code nothing_chosen}
     */
    public Choice of(RepositoryListing listing) {
        List<RemoteFile> chosen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (RemoteFile file : listing.files()) {
            whyNot(file, listing)
                    .ifPresentOrElse(reason -> leftOut.add(new LeftOut(file, reason)), () -> chosen.add(file));
        }
        requireUse(listing, chosen);
        return new Choice(List.copyOf(chosen), List.copyOf(leftOut));
    }

    private Optional<String> whyNot(RemoteFile file, RepositoryListing listing) {
        String path = file.path().text();
        String ending = ending(path);
        if (PICKLES.contains(ending)) {
            return Optional.of("a pickle: loading it would run the code in it");
        }
        if (!matches(include.isEmpty() ? NEEDED : include, path)) {
            return Optional.of(
                    OTHER_WEIGHTS.contains(ending) ? "weights for another framework" : "not needed to run the model");
        }
        if (matches(exclude, path)) {
            return Optional.of("excluded");
        }
        if (include.isEmpty() && isSecondCopy(path, listing)) {
            return Optional.of("a second copy of the weights");
        }
        return Optional.empty();
    }

    /** Some publishers add the weights in a layout of their own. */
    private static boolean isSecondCopy(String path, RepositoryListing listing) {
        boolean isCopy = path.startsWith("consolidated") || path.startsWith("original/");
        return isCopy
                && path.endsWith(SAFETENSORS)
                && listing.files().stream()
                        .map(file -> file.path().text())
                        .anyMatch(other -> other.startsWith("model") && other.endsWith(SAFETENSORS));
    }

    private void requireUse(RepositoryListing listing, List<RemoteFile> chosen) {
        ModelAddress address = listing.address();
        if (include.isEmpty()
                && !has(chosen, SAFETENSORS)
                && listing.files().stream().anyMatch(Selection::isWeights)) {
            throw new HubException(
                    HubException.Code.NO_SAFETENSORS,
                    ("%s has its weights only as pickles or for other frameworks, which are not loaded. Convert them with: "
                                    + "python -c \"from transformers import AutoModelForCausalLM as M; "
                                    + "M.from_pretrained('%s', revision='%s').save_pretrained('converted', safe_serialization=True)\"")
                            .formatted(address, address.repository(), address.revision()));
        }
        if (chosen.isEmpty()) {
            throw new HubException(
                    HubException.Code.NOTHING_CHOSEN,
                    "Of the %d files of %s, none is chosen."
                            .formatted(listing.files().size(), address));
        }
    }

    private static boolean has(List<RemoteFile> files, String ending) {
        return files.stream().anyMatch(file -> file.path().text().endsWith(ending));
    }

    private static boolean isWeights(RemoteFile file) {
        String ending = ending(file.path().text());
        return PICKLES.contains(ending) || OTHER_WEIGHTS.contains(ending);
    }

    private static boolean matches(List<String> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> Wildcards.matches(pattern, path));
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
