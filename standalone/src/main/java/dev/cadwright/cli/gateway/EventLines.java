package dev.cadwright.cli.gateway;

import dev.cadwright.contracts.JobChange;
import dev.cadwright.contracts.JobEvent;
import dev.cadwright.contracts.Progress;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Events as people read them, one a line. */
final class EventLines {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private EventLines() {}

    static String of(JobEvent event) {
        return "%s  %s  %-22s %3d  %-10s %s"
                .formatted(
                        TIME.format(event.time().atZone(ZoneId.systemDefault())),
                        event.jobId(),
                        event.kind(),
                        event.seq(),
                        event.change().word(),
                        detail(event.change()))
                .stripTrailing();
    }

    static String detail(JobChange change) {
        return switch (change) {
            case JobChange.Waiting waiting ->
                "for " + waiting.after().stream().map(Object::toString).collect(Collectors.joining(", "));
            case JobChange.Queued q -> "";
            case JobChange.Started s -> "";
            case JobChange.Progressed progressed -> progress(progressed.progress());
            case JobChange.Retrying retrying ->
                "%s %d, attempt %d: %s"
                        .formatted(
                                retrying.stage(),
                                retrying.index(),
                                retrying.attempt(),
                                retrying.error().message());
            case JobChange.Cancelling cancelling -> cancelling.reason();
            case JobChange.Succeeded s -> "";
            case JobChange.Failed failed ->
                failed.error().code() + ": " + failed.error().message();
            case JobChange.Cancelled cancelled -> cancelled.reason();
        };
    }

    static String progress(Progress progress) {
        String metrics = progress.metrics().entrySet().stream()
                .limit(4)
                .map(metric -> String.format(Locale.ROOT, "%s %.4g", metric.getKey(), metric.getValue()))
                .collect(Collectors.joining(", "));
        String amount = progress.total() > 0 ? progress.done() + "/" + progress.total() : "";
        return "%s %s %s".formatted(amount, progress.message(), metrics).strip();
    }
}
