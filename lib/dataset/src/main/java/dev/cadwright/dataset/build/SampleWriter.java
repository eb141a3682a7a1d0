package dev.cadwright.dataset.build;

import dev.cadwright.cad.Construction;
import dev.cadwright.cad.Language;
import dev.cadwright.cad.block.BlockExecution;
import dev.cadwright.cad.block.BlockProgram;
import dev.cadwright.cad.block.BlockSolid;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.language.Programs;
import dev.cadwright.dataset.NormalisingFrame;
import dev.cadwright.dataset.Sample;
import dev.cadwright.dataset.SampleDescription;
import dev.cadwright.dataset.SampleFile;
import dev.cadwright.dataset.ShapeMeasures;
import dev.cadwright.dataset.Split;
import dev.cadwright.dataset.shard.DeterministicZip;
import dev.cadwright.dataset.source.RawShape;
import dev.cadwright.dataset.source.SourceSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Puts together what is the same for all samples: their splits, descriptions and programs. */
final class SampleWriter {
    /** A program in whole numbers stands for a shape if its volume is nearer than this. */
    private static final double VOLUME_SHARE = 0.05;

    private final BuildSpecification build;
    private final SourceSpecification source;

    SampleWriter(BuildSpecification build, SourceSpecification source) {
        this.build = build;
        this.source = source;
    }

    SampleMaker.Outcome.Made made(
            RawShape shape,
            ShapeMeasures measures,
            Signature signature,
            NormalisingFrame frame,
            Map<SampleFile, byte[]> files) {
        Split split = source.split().orElseGet(() -> SplitChoice.of(signature.exact(), build.seed(), build.shares()));
        String language = addPrograms(shape, measures, frame, files);
        SampleDescription description = new SampleDescription(
                shape.id(), split, source.type().label(), language, frame, measures, signature.exact());
        return new SampleMaker.Outcome.Made(new Sample(description, files), signature);
    }

    private static String addPrograms(
            RawShape shape, ShapeMeasures measures, NormalisingFrame frame, Map<SampleFile, byte[]> files) {
        return switch (shape) {
            case RawShape.Program program -> {
                Language language = Language.named(program.input().language()).orElseThrow();
                files.put(SampleFile.original(language), original(language, program));
                Map<String, byte[]> included = program.files();
                if (!included.isEmpty()) {
                    files.put(SampleFile.INCLUDED, zip(included));
                }
                program.construction().ifPresent(construction -> addPrograms(construction, measures, frame, files));
                yield language.label();
            }
            case RawShape.Generated generated -> {
                files.put(SampleFile.PROGRAM, sketch(generated.construction()));
                files.put(SampleFile.BLOCKS, bytes(BlockText.print(generated.program())));
                yield Language.SKETCH.label();
            }
            case RawShape.Solid solid -> "";
        };
    }

    /** As it came; of an array of vectors, the program that it stands for. */
    private static byte[] original(Language language, RawShape.Program program) {
        return Programs.isVector(language, program.text())
                ? bytes(Programs.print(language, program.construction().orElseThrow())
                        .orElseThrow())
                : program.text();
    }

    private static void addPrograms(
            Construction construction, ShapeMeasures measures, NormalisingFrame frame, Map<SampleFile, byte[]> files) {
        files.put(SampleFile.PROGRAM, sketch(construction));
        Blocks.fromConstruction(construction, frame.centre(), frame.scale() * BlockProgram.LIMIT)
                .filter(blocks -> standsFor(blocks, measures, frame))
                .ifPresent(blocks -> files.put(SampleFile.BLOCKS, bytes(BlockText.print(blocks))));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeterministicZip zip = new DeterministicZip(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.add(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Whether rounding has left the shape what it was: thin plates can lose a third of their thickness. */
    private static boolean standsFor(BlockProgram blocks, ShapeMeasures measures, NormalisingFrame frame) {
        double scale = frame.scale() * BlockProgram.LIMIT;
        double volume = measures.volume() * scale * scale * scale;
        return BlockSolid.of(blocks) instanceof BlockExecution.Built(BlockSolid solid)
                && Math.abs(solid.volume() - volume) <= VOLUME_SHARE * volume;
    }

    private static byte[] sketch(Construction construction) {
        return bytes(Programs.print(Language.SKETCH, construction).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
