package dev.cadwright.service.inference.download;

import dev.cadwright.contracts.Progress;
import dev.cadwright.hub.pull.PullEvent;
import dev.cadwright.jobs.UnitContext;
import dev.cadwright.jobs.sql.DatabaseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Follows one pull: the job's progress at once, the record of its files about once a second. */
final class DownloadRecorder implements PullEvent.Listener {
    private static final Logger LOG = Logger.getLogger(DownloadRecorder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final UnitContext unit;
    private final DownloadTable table;
    private final Map<String, FileProgress> files = new LinkedHashMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final long begin = System.nanoTime();
    private long written = System.nanoTime();
    private String message = "";
    private long done;
    private long total;
    private long doneAtBegin;

    DownloadRecorder(UnitContext unit, DownloadTable table) {
        this.unit = unit;
        this.table = table;
    }

    @Override
    public void on(PullEvent event) {
        switch (event) {
            case PullEvent.Planned planned -> plan(planned);
            case PullEvent.Advanced(var file, long bytes, long size) ->
                set(known(file.text(), size).at(bytes));
            case PullEvent.Finished(var file, long size, long fetched) ->
                set(known(file.text(), size).in(FileProgress.State.DONE));
            case PullEvent.Waiting(var file) -> {
                set(known(file.text(), 0).in(FileProgress.State.WAITING));
                message = "another process fetches " + file;
            }
            case PullEvent.Retrying retrying -> message = retrying.reason();
            case PullEvent.FromCache cached -> message = cached.reason();
        }
        unit.progress(progress());
        if (System.nanoTime() - written > PAUSE.toNanos()) {
            write();
        }
    }

    /** Writes what has not been written yet. */
    void write() {
        List<FileProgress> latest = changed.stream().map(files::get).toList();
        changed.clear();
        written = System.nanoTime();
        record(() -> table.advance(unit.jobId(), unit.attempt(), message, latest));
    }

    private void plan(PullEvent.Planned planned) {
        for (var file : planned.files()) {
            long size = file.size().orElse(0);
            files.put(file.path().text(), new FileProgress(file.path().text(), size, 0, FileProgress.State.PENDING));
            total += size;
        }
        record(() -> table.plan(unit.jobId(), unit.attempt(), planned.listing().commit(), List.copyOf(files.values())));
    }

    private FileProgress known(String path, long size) {
        return files.getOrDefault(path, new FileProgress(path, size, 0, FileProgress.State.PENDING));
    }

    private void set(FileProgress file) {
        FileProgress before = files.put(file.path(), file);
        long gain = file.done() - (before == null ? 0 : before.done());
        if (before == null || before.state() == FileProgress.State.PENDING) {
            doneAtBegin += gain;
        }
        done += gain;
        changed.add(file.path());
    }

    private Progress progress() {
        double seconds = Math.max(1e-3, (System.nanoTime() - begin) / 1e9);
        double rate = Math.max(0, (done - doneAtBegin) / seconds);
        long left = Math.max(0, total - done);
        return new Progress(
                Math.clamp(done, 0, total),
                total,
                message,
                rate > 0
                        ? Map.of("bytes_per_second", rate, "seconds_left", left / rate)
                        : Map.of("bytes_per_second", 0.0));
    }

    /** A record that cannot be written now is no reason to stop a download: the next one says as much. */
    private void record(Runnable write) {
        try {
            write.run();
        } catch (DatabaseException e) {
            LOG.debugf("jobId=%s: the record of its files waits: %s", unit.jobId(), e.getMessage());
            changed.addAll(files.keySet());
        }
    }
}
