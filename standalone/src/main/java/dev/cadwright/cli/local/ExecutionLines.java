package dev.cadwright.cli.local;

import dev.cadwright.kernel.program.ExecutionRecord;
import java.util.List;
import java.util.Locale;

/** Executions as people read them, one a line. */
final class ExecutionLines {
    static final String HEAD = String.format(
            Locale.ROOT,
            "%-11s %8s %12s %12s %24s %6s  %s",
            "category",
            "seconds",
            "volume",
            "area",
            "size",
            "faces",
            "name");

    private ExecutionLines() {}

    static String of(ExecutionRecord record) {
        String measures = record.volume() == null
                ? "%12s %12s %24s %6s".formatted("", "", "", "")
                : String.format(
                        Locale.ROOT,
                        "%12.6g %12.6g %24s %6s",
                        record.volume(),
                        record.area(),
                        size(record.bbox()),
                        record.faces() == null ? "" : record.faces().toString());
        String line = String.format(
                Locale.ROOT, "%-11s %8.3f %s  %s", record.category(), record.seconds(), measures, record.name());
        return record.error() == null ? line : line + "\n            " + problem(record.error());
    }

    private static String problem(ExecutionRecord.Problem problem) {
        String place = problem.line() == 0 ? "" : "line %d, column %d: ".formatted(problem.line(), problem.column());
        return place + problem.message() + " [" + problem.code() + "]";
    }

    private static String size(List<Double> box) {
        return String.format(
                Locale.ROOT,
                "%.4g × %.4g × %.4g",
                box.get(3) - box.get(0),
                box.get(4) - box.get(1),
                box.get(5) - box.get(2));
    }
}
