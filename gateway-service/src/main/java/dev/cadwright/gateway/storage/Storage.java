package dev.cadwright.gateway.storage;

import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.artifacts.FolderArtifactStore;
import dev.cadwright.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Opens the artifact store. */
@ApplicationScoped
class Storage {
    @Produces
    @Singleton
    ArtifactStore artifacts(GatewaySettings settings) {
        return new FolderArtifactStore(settings.artifacts());
    }
}
