package dev.cadwright.service.inference.download;

import dev.cadwright.hub.HubSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The hub that this service pulls from: by the environment, as the command line; configuration goes before. */
@ApplicationScoped
class HubSource {
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    HubSource(
            @ConfigProperty(name = "cadwright.hub.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "cadwright.hub.cache") Optional<String> cache) {
        endpoint.ifPresent(value -> environment.put("HF_ENDPOINT", value));
        cache.ifPresent(value -> environment.put("HF_HUB_CACHE", value));
    }

    /** Read anew for each pull: a token may have been written since. */
    HubSettings settings() {
        return HubSettings.of(environment);
    }
}
