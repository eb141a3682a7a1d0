package dev.cadwright.service.inference.download;

import dev.cadwright.contracts.ContractJson;
import dev.cadwright.jobs.sql.DatabaseException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How far the files of downloads have come, for the gateway: {@code job} may be repeated, the answer has a field for
 * each job of which something is known. 400 for what is no id, 503 where the database is away.
 */
@Path("/internal/models/downloads")
public class DownloadsResource {
    private static final int MOST = 1000;

    /** A file as it is told. */
    record FileView(String path, long size, long done, String state) {}

    private final DownloadTable table;

    DownloadsResource(DownloadTable table) {
        this.table = table;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RunOnVirtualThread
    public Response files(@QueryParam("job") List<String> jobs) throws IOException {
        try {
            List<UUID> ids = jobs.stream().limit(MOST).map(UUID::fromString).toList();
            Map<String, List<FileView>> answer = new TreeMap<>();
            table.files(ids)
                    .forEach((job, files) -> answer.put(
                            job.toString(),
                            files.stream()
                                    .map(file -> new FileView(
                                            file.path(),
                                            file.size(),
                                            file.done(),
                                            file.state().word()))
                                    .toList()));
            return Response.ok(ContractJson.mapper().writeValueAsBytes(answer)).build();
        } catch (IllegalArgumentException e) {
            return Response.status(400).build();
        } catch (DatabaseException e) {
            return Response.status(503).build();
        }
    }
}
