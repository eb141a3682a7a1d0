package dev.cadwright.gateway.download;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.gateway.GatewaySettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks the inference service, which pulls models, how far their files have come. */
@ApplicationScoped
class DownloadClient {
    private static final Logger LOG = Logger.getLogger(DownloadClient.class);

    private final GatewaySettings.Downloads settings;
    private final HttpClient http;

    DownloadClient(GatewaySettings settings) {
        this.settings = settings.downloads();
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(this.settings.timeout())
                .build();
    }

    /** Files by job; empty where the service cannot be asked: what the gateway knows itself is shown without. */
    Optional<Map<UUID, List<DownloadedFile>>> files(Collection<UUID> jobs) {
        if (jobs.isEmpty()) {
            return Optional.of(Map.of());
        }
        var query = jobs.stream().map(job -> "job=" + job).collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(settings.url() + "/internal/models/downloads?" + query))
                .timeout(settings.timeout())
                .GET()
                .build();
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            LOG.debugf("The inference service cannot be asked: %s", e.getMessage());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Optional<Map<UUID, List<DownloadedFile>>> read(HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() != 200) {
            LOG.warnf("The inference service answered %d when asked for downloads", response.statusCode());
            return Optional.empty();
        }
        return Optional.of(ContractJson.mapper().readValue(response.body(), new TypeReference<>() {}));
    }
}
