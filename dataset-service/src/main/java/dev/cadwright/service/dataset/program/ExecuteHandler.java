package dev.cadwright.service.dataset.program;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cadwright.artifacts.ArtifactStore;
import dev.cadwright.contracts.ContractJson;
import dev.cadwright.contracts.JobKinds;
import dev.cadwright.contracts.Progress;
import dev.cadwright.jobs.JobContext;
import dev.cadwright.jobs.JobException;
import dev.cadwright.jobs.JobHandler;
import dev.cadwright.jobs.JobInputs;
import dev.cadwright.jobs.Plan;
import dev.cadwright.jobs.UnitContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Executes the programs of a folder or a dataset, some a unit, and lists what became of them in their order. */
@ApplicationScoped
class ExecuteHandler implements JobHandler {
    private static final String MEDIA_TYPE = "application/jsonl";

    /**
     * The output of {@code programs.execute}, and the result of a unit.
     *
     * @param records SHA-256 of JSON Lines, one a program
     * @param counts by category
     * @param seconds of all executions together
     */
    record Output(String records, int programs, SortedMap<String, Integer> counts, double seconds) {}

    private final ArtifactStore artifacts;
    private final ProgramExecutor executor;
    private final ProgramSettings settings;

    ExecuteHandler(ArtifactStore artifacts, ProgramExecutor executor, ProgramSettings settings) {
        this.artifacts = artifacts;
        this.executor = executor;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return JobKinds.PROGRAMS_EXECUTE;
    }

    @Override
    public Plan plan(JobContext job) throws IOException {
        List<ProgramSet.Part> parts = new ProgramSet(input(job), artifacts).parts();
        if (parts.isEmpty()) {
            throw JobException.permanent("no_programs", "nothing in there is a program by its name");
        }
        return new Plan(parts.stream()
                .map(part -> new Plan.PlannedUnit(JobInputs.write(part), part.size()))
                .toList());
    }

    @Override
    public JsonNode work(UnitContext unit) throws IOException {
        ExecuteInput input = input(unit);
        ExecutionOptions options = input.options(settings);
        ArtifactStore store = unit.guarded(artifacts);
        ProgramSet.Part part = JobInputs.read(unit.unitInput(), ProgramSet.Part.class);
        Tally tally = new Tally();
        Path file = Files.createTempFile("records", ".jsonl");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                new ProgramSet(input, artifacts).each(part, (name, program) -> {
                    unit.cancellation().throwIfRequested();
                    ProgramRecord record = executor.execute(name, program, options, store);
                    out.write(ContractJson.mapper().writeValueAsBytes(record));
                    out.write('\n');
                    tally.add(record);
                    unit.progress(Progress.of(tally.programs, part.size(), "executing programs"));
                });
            }
            return JobInputs.write(tally.output(store.put(file, MEDIA_TYPE).sha256()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public JsonNode finish(JobContext job, List<JsonNode> results) throws IOException {
        Tally tally = new Tally();
        Path file = Files.createTempFile("records", ".jsonl");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                for (JsonNode result : results) {
                    Output unit = JobInputs.read(result, Output.class);
                    tally.add(unit);
                    try (InputStream records = artifacts.open(unit.records())) {
                        records.transferTo(out);
                    }
                }
            }
            return JobInputs.write(
                    tally.output(job.guarded(artifacts).put(file, MEDIA_TYPE).sha256()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static ExecuteInput input(JobContext job) {
        return JobInputs.read(job.input(), ExecuteInput.class);
    }

    /** Adds up. */
    private static final class Tally {
        private final SortedMap<String, Integer> counts = new TreeMap<>();
        private int programs;
        private double seconds;

        void add(ProgramRecord record) {
            programs++;
            seconds += record.execution().seconds();
            counts.merge(record.execution().category(), 1, Integer::sum);
        }

        void add(Output unit) {
            programs += unit.programs();
            seconds += unit.seconds();
            unit.counts().forEach((category, count) -> counts.merge(category, count, Integer::sum));
        }

        Output output(String records) {
            return new Output(records, programs, counts, seconds);
        }
    }
}
