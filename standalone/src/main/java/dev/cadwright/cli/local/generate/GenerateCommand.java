package dev.cadwright.cli.local.generate;

import dev.cadwright.cli.local.Input;
import dev.cadwright.cli.local.InputOptions;
import dev.cadwright.cli.local.KernelSettings;
import dev.cadwright.cli.local.OutputFolder;
import dev.cadwright.cli.local.ShapeInput;
import dev.cadwright.cli.terminal.CommandFailure;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.completion.ModelSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes texts and programs with a trained model. */
@Command(
        name = "generate",
        description = {
            "Writes with a trained model, in a process of its own: programs for point clouds (.npy) and shapes (programs,",
            "STEP, STL, OBJ), answers to a --prompt and to --images, or what follows ready --inputs. A model that reads",
            "points is given as many farthest ones as it wants, centred and scaled so that the longest side is 2; its",
            "programs are in that frame, times 100. --model is cadwright-nano, a Hugging Face folder, the folder of an",
            "adapter, or organisation/model of a hub, which is pulled if it is not in the cache."
        },
        footer = {
            "",
            "Examples:",
            "  ./cadwright generate samples/deepcad-step/00070015.step",
            "  ./cadwright generate samples/deepcad-step --n 8 --select input --out programs",
            "  ./cadwright generate --model Qwen/Qwen2.5-0.5B-Instruct --prompt 'A CadQuery program of a washer'",
            "  ./cadwright generate --model models/llava --images views --prompt 'Write the program.' --json"
        })
public final class GenerateCommand implements Callable<Integer> {
    private static final Set<String> PICTURES = Set.of(".png", ".jpg", ".jpeg", ".bmp", ".gif");

    private final Terminal terminal;

    @Mixin
    private JsonOption options;

    @Parameters(arity = "0..*", paramLabel = "IN", description = "Shapes and points: files or folders.")
    private List<String> inputs = List.of();

    @Option(
            names = "--points",
            arity = "1..*",
            paramLabel = "F.npy",
            description = "Point clouds: files or folders of n×3 or n×6, at least as many points as the model wants.")
    private List<String> points = List.of();

    @Option(
            names = "--model",
            paramLabel = "DIR|NAME",
            defaultValue = ModelLoader.BUILT_IN,
            description = "The model (default: ${DEFAULT-VALUE}, which came with this installation).")
    private String model;

    @Option(names = "--adapter", paramLabel = "DIR", description = "Folder of an adapter (PEFT) to add to the model.")
    private Path adapter;

    @Mixin
    private GenerationOptions generation;

    @Mixin
    private WritingOptions writing;

    @Mixin
    private NotYet notYet;

    @Option(names = "--out", paramLabel = "DIR", description = "Write programs and texts there, a file each.")
    private Path out;

    @Option(names = "--overwrite", description = "Replace files that are there.")
    private boolean overwrite;

    @Mixin
    private KernelSettings kernelSettings;

    public GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        notYet.refuse();
        generation.check();
        ModelLoader loader = new ModelLoader(terminal);
        List<Input> shapes = shapes();
        List<Input> pictures = InputOptions.resolve(writing.images(), Optional.empty(), PICTURES);
        requireSomething(shapes, pictures);
        Path folder = loader.findAny(model);
        Optional<Path> added = Optional.ofNullable(adapter);
        Optional<String> base = loader.baseOfAdapter(folder);
        if (base.isPresent() && added.isEmpty()) {
            added = Optional.of(folder);
            folder = loader.findAny(base.get());
        }
        if (loader.isBuiltInFamily(folder)) {
            writing.refuseFor(model);
            return nano().run(shapes, folder, added);
        }
        ModelSource source = new ModelSource(
                folder,
                added,
                writing.type(),
                writing.quantization(),
                Runtime.getRuntime().availableProcessors());
        return new TextGeneration(terminal, options.json(), generation, writing, kernelSettings, output())
                .run(source, new TextGeneration.Given(shapes, pictures));
    }

    private NanoGeneration nano() {
        return new NanoGeneration(terminal, options.json(), generation, kernelSettings, output());
    }

    private Optional<OutputFolder> output() {
        return Optional.ofNullable(out).map(folder -> new OutputFolder(folder, overwrite));
    }

    private List<Input> shapes() {
        Set<String> endings = new HashSet<>(ShapeInput.SHAPES);
        endings.add(CloudReader.POINTS);
        List<Input> work = new ArrayList<>(InputOptions.resolve(inputs, Optional.empty(), endings));
        work.addAll(InputOptions.resolve(points, Optional.empty(), Set.of(CloudReader.POINTS)));
        return work;
    }

    private void requireSomething(List<Input> shapes, List<Input> pictures) {
        boolean tensors = writing.tensors().isPresent();
        if (shapes.isEmpty()
                && pictures.isEmpty()
                && !tensors
                && writing.prompts().isEmpty()) {
            throw CommandFailure.usage("There is nothing to generate from: give shapes, points as .npy, a --prompt, "
                    + "--images or --inputs.");
        }
        if (tensors
                && !(shapes.isEmpty() && pictures.isEmpty() && writing.prompts().isEmpty())) {
            throw CommandFailure.usage("--inputs are whole prompts already; give nothing beside them.");
        }
        if (tensors && !Files.isRegularFile(writing.tensors().get())) {
            throw CommandFailure.usage(writing.tensors().get() + " is no file.");
        }
        List<Input> all = new ArrayList<>(shapes);
        all.addAll(pictures);
        requireFree(all);
    }

    /** Better said before the model has written than after. */
    private void requireFree(List<Input> all) {
        Map<String, String> stems = new HashMap<>();
        for (Input input : all) {
            String other = out == null ? null : stems.put(input.stem(), input.name());
            if (other != null) {
                throw CommandFailure.usage("%s and %s would both be written as %s; give them one at a time."
                        .formatted(other, input.name(), input.stem() + ".*"));
            }
        }
    }
}
