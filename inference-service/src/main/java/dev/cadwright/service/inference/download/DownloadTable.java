package dev.cadwright.service.inference.download;

import dev.cadwright.hub.ModelAddress;
import dev.cadwright.jobs.sql.Database;
import dev.cadwright.jobs.sql.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The record of downloads in the service's schema. */
@ApplicationScoped
class DownloadTable {
    private final Database database;

    DownloadTable(Database database) {
        this.database = database;
    }

    /** From now on, earlier attempts write nothing. */
    void begin(UUID job, int attempt, ModelAddress address) {
        database.statement(t -> t.update("""
                INSERT INTO model_download (job_id, attempt, repository, revision) VALUES ($1, $2, $3, $4)
                ON CONFLICT (job_id) DO UPDATE SET attempt = $2, message = '', updated_at = clock_timestamp()
                    WHERE model_download.attempt <= $2
                """, job, attempt, address.repository(), address.revision()));
    }

    /** What will be fetched, in place of what an earlier attempt had planned. */
    void plan(UUID job, int attempt, String commit, Collection<FileProgress> files) {
        database.run(t -> {
            if (owns(t, job, attempt)) {
                t.update("UPDATE model_download SET commit = $2 WHERE job_id = $1", job, commit);
                t.update("DELETE FROM model_download_file WHERE job_id = $1", job);
                files.forEach(file -> put(t, job, file));
            }
        });
    }

    /** Files that have come further, and what there is to say. */
    void advance(UUID job, int attempt, String message, Collection<FileProgress> files) {
        database.run(t -> {
            if (owns(t, job, attempt)) {
                t.update(
                        "UPDATE model_download SET message = $2, updated_at = clock_timestamp() WHERE job_id = $1",
                        job,
                        message);
                files.forEach(file -> put(t, job, file));
            }
        });
    }

    /** Files of some jobs, by job; jobs of which nothing is known are left out. */
    Map<UUID, List<FileProgress>> files(Collection<UUID> jobs) {
        record Row(UUID job, FileProgress file) {}
        List<Row> rows = database.statement(t -> t.list(
                """
                SELECT job_id, path, size, done, state FROM model_download_file
                WHERE job_id = ANY ($1) ORDER BY job_id, path
                """,
                row -> new Row(
                        row.getUUID(0),
                        new FileProgress(
                                row.getString(1),
                                row.getLong(2),
                                row.getLong(3),
                                FileProgress.State.valueOf(row.getString(4)))),
                (Object) jobs.toArray(UUID[]::new)));
        Map<UUID, List<FileProgress>> files = new LinkedHashMap<>();
        rows.forEach(row -> files.computeIfAbsent(row.job(), job -> new java.util.ArrayList<>())
                .add(row.file()));
        return files;
    }

    private static boolean owns(Transaction transaction, UUID job, int attempt) {
        return transaction
                .first(
                        "SELECT 1 FROM model_download WHERE job_id = $1 AND attempt = $2 FOR UPDATE",
                        row -> true,
                        job,
                        attempt)
                .isPresent();
    }

    private static void put(Transaction transaction, UUID job, FileProgress file) {
        transaction.update("""
                INSERT INTO model_download_file (job_id, path, size, done, state) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (job_id, path) DO UPDATE SET done = $4, state = $5
                """, job, file.path(), file.size(), file.done(), file.state());
    }
}
