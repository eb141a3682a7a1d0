package dev.cadwright.benchmark;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.Parse;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.DatasetException;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.prediction.Prediction;
import dev.cadwright.kernel.KernelPool;
import dev.cadwright.kernel.Source;
import dev.cadwright.metrics.BoundingBox;
import dev.cadwright.metrics.Protocol;
import dev.cadwright.metrics.Protocols;
import dev.cadwright.metrics.Shape;
import dev.cadwright.metrics.ShapePreparation;
import dev.cadwright.metrics.report.BenchmarkReport;
import dev.cadwright.metrics.report.ReportPictures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scores what every contestant wrote for one sample. Safe for use by several threads at once. */
public final class SampleScorer {
    private static final Duration TRUTH_TIME = Duration.ofSeconds(30);

    private final Contest contest;
    private final KernelPool kernel;
    private final List<Protocol> protocols;
    private final Duration time;

    public SampleScorer(Contest contest, KernelPool kernel) {
        this.contest = contest;
        this.kernel = kernel;
        this.protocols = contest.protocols().stream()
                .map(definition -> Protocols.of(definition, () -> kernel))
                .toList();
        this.time = contest.time();
    }

    /** @param predictions by the names of the entries; an entry without one for this sample has failed */
    public BenchmarkReport.Sample score(Sample sample, Map<String, Prediction> predictions) {
        Shape truth = truth(sample);
        List<BenchmarkReport.Prediction> scored = new ArrayList<>();
        if (contest.baseline()) {
            scored.add(scored(sample.id(), Contest.BASELINE, "", boundingBox(sample), truth));
        }
        for (String entry : contest.entries().keySet()) {
            Optional<Prediction> prediction = Optional.ofNullable(predictions.get(entry));
            String text = prediction
                    .flatMap(Prediction::answer)
                    .map(Prediction.Candidate::text)
                    .orElse("");
            scored.add(scored(sample.id(), entry, text, predicted(prediction), truth));
        }
        return new BenchmarkReport.Sample(
                sample.id(), sample.text(SampleFile.PROGRAM).orElse(""), picture(truth), scored);
    }

    private BenchmarkReport.Prediction scored(
            String sample, String contestant, String program, Shape prediction, Shape truth) {
        return new BenchmarkReport.Prediction(
                contestant,
                program,
                picture(prediction),
                protocols.stream()
                        .map(protocol -> protocol.score(sample, prediction, truth))
                        .toList());
    }

    private static byte[] picture(Shape shape) {
        return switch (shape) {
            case Shape.Usable usable -> usable.mesh().map(ReportPictures::of).orElse(new byte[0]);
            case Shape.Unusable unusable -> new byte[0];
        };
    }

    /** The exact solid where the dataset kept it, else what its program gives. */
    private Shape truth(Sample sample) {
        Optional<Source> source = sample.file(SampleFile.SOLID)
                .<Source>map(Source.Step::new)
                .or(() -> sample.text(SampleFile.PROGRAM)
                        .flatMap(text -> Programs.parse(Language.SKETCH, text).toOptional())
                        .map(Source.Program::new));
        return source.map(found -> ShapePreparation.prepare(kernel, found, TRUTH_TIME))
                .orElseGet(() -> Shape.absent("missing", "the dataset keeps neither a solid nor a program"));
    }

    private Shape predicted(Optional<Prediction> prediction) {
        if (prediction.isEmpty()) {
            return Shape.absent("missing", "there is no prediction for this sample");
        }
        Optional<Prediction.Candidate> candidate = prediction.get().answer();
        if (candidate.isEmpty()) {
            return Shape.absent(prediction.get().category(), "no candidate describes a solid");
        }
        Optional<Language> language = Language.named(candidate.get().language());
        if (language.isEmpty()) {
            return Shape.absent("syntax", "not a program: " + candidate.get().language());
        }
        return switch (Programs.parse(language.get(), candidate.get().text())) {
            case Parse.Ok<Construction>(Construction construction) ->
                ShapePreparation.prepare(kernel, new Source.Program(construction), time);
            case Parse.Failed<Construction> failed -> {
                var first = failed.diagnostics().getFirst();
                yield Shape.absent(first.isUnsupported() ? "unsupported" : "syntax", first.toString());
            }
        };
    }

    private Shape boundingBox(Sample sample) {
        try {
            return ShapePreparation.prepare(kernel, new Source.Program(BoundingBox.of(sample.points())), time);
        } catch (DatasetException | IllegalArgumentException e) {
            return Shape.absent("missing", "no usable points: " + e.getMessage());
        }
    }
}
