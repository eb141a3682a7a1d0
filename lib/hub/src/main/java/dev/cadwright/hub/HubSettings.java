package dev.cadwright.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the hub and its cache are, by the same environment variables that Python's {@code huggingface_hub} reads.
 *
 * @param endpoint the hub, without a slash at the end
 * @param cache the folder that holds {@code models--…} folders; need not exist
 * @param offline whether nothing may be asked of the hub
 * @param links whether the cache may use links; without them, files are copied
 */
public record HubSettings(
        URI endpoint, Optional<AccessToken> token, Path cache, boolean offline, boolean links, HubLimits limits) {
    public static final String DEFAULT_ENDPOINT = "https://huggingface.co";

    private static final Set<String> TRUE = Set.of("1", "ON", "YES", "TRUE");

    public HubSettings {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(token, "token");
        cache = cache.toAbsolutePath().normalize();
        Objects.requireNonNull(limits, "limits");
        String scheme = String.valueOf(endpoint.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || endpoint.getHost() == null) {
            throw new HubException(
                    HubException.Code.INVALID_NAME,
                    "HF_ENDPOINT is the address of a hub, as %s, not \"%s\".".formatted(DEFAULT_ENDPOINT, endpoint));
        }
    }

    /**
     * Reads {@code HF_ENDPOINT}, {@code HF_TOKEN} or the file {@code HF_TOKEN_PATH}, {@code HF_HOME},
     * {@code HF_HUB_CACHE}, {@code HF_HUB_OFFLINE} and {@code HF_HUB_DISABLE_SYMLINKS}.
     *
     * @throws HubException {@code invalid_name} if one of them has no usable value
     */
    public static HubSettings of(Map<String, String> environment) {
        Path home = home(environment);
        return new HubSettings(
                endpoint(value(environment, "HF_ENDPOINT").orElse(DEFAULT_ENDPOINT)),
                token(environment, home),
                value(environment, "HF_HUB_CACHE")
                        .or(() -> value(environment, "HUGGINGFACE_HUB_CACHE"))
                        .map(text -> path(environment, text))
                        .orElseGet(() -> home.resolve("hub")),
                isTrue(environment, "HF_HUB_OFFLINE") || isTrue(environment, "TRANSFORMERS_OFFLINE"),
                !isTrue(environment, "HF_HUB_DISABLE_SYMLINKS"),
                HubLimits.DEFAULTS);
    }

    public HubSettings withOffline(boolean isOffline) {
        return new HubSettings(endpoint, token, cache, isOffline, links, limits);
    }

    public HubSettings withCache(Path folder) {
        return new HubSettings(endpoint, token, folder, offline, links, limits);
    }

    public HubSettings withLimits(HubLimits others) {
        return new HubSettings(endpoint, token, cache, offline, links, others);
    }

    private static URI endpoint(String text) {
        try {
            return URI.create(text.replaceAll("/+$", ""));
        } catch (IllegalArgumentException e) {
            throw new HubException(
                    HubException.Code.INVALID_NAME, "HF_ENDPOINT is not an address: \"%s\".".formatted(text), e);
        }
    }

    private static Path home(Map<String, String> environment) {
        return value(environment, "HF_HOME")
                .map(text -> path(environment, text))
                .orElseGet(() -> value(environment, "XDG_CACHE_HOME")
                        .map(text -> path(environment, text))
                        .orElseGet(() -> userHome(environment).resolve(".cache"))
                        .resolve("huggingface"));
    }

    private static Optional<AccessToken> token(Map<String, String> environment, Path home) {
        Optional<String> given = Stream.of("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")
                .flatMap(name -> value(environment, name).stream())
                .findFirst();
        if (given.isPresent()) {
            return given.map(AccessToken::new);
        }
        if (isTrue(environment, "HF_HUB_DISABLE_IMPLICIT_TOKEN")) {
            return Optional.empty();
        }
        Path file = value(environment, "HF_TOKEN_PATH")
                .map(text -> path(environment, text))
                .orElseGet(() -> home.resolve("token"));
        try {
            return Files.isRegularFile(file) && Files.size(file) < 10_000
                    ? Optional.of(Files.readString(file).strip())
                            .filter(text -> !text.isEmpty())
                            .map(AccessToken::new)
                    : Optional.empty();
        } catch (IOException e) {
            throw new HubException(
                    HubException.Code.INVALID_NAME, "The hub's token does not read: " + e.getMessage(), e);
        }
    }

    private static Path path(Map<String, String> environment, String text) {
        return text.equals("~") || text.startsWith("~/")
                ? userHome(environment).resolve(text.substring(Math.min(2, text.length())))
                : Path.of(text);
    }

    private static Path userHome(Map<String, String> environment) {
        return Path.of(value(environment, "HOME").orElseGet(() -> System.getProperty("user.home")));
    }

    private static boolean isTrue(Map<String, String> environment, String name) {
        return value(environment, name)
                .map(text -> TRUE.contains(text.toUpperCase(Locale.ROOT)))
                .orElse(false);
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
