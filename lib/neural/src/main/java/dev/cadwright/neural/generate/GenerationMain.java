package dev.cadwright.neural.generate;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.cad.block.BlockText;
import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.sketch.SketchLanguage;
import dev.cadwright.geometry.format.Npy;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.LoraAdapter;
import dev.cadwright.neural.nano.NanoFolder;
import dev.cadwright.neural.nano.NanoModel;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The main class of a generation process: {@code GenerationMain MODEL_FOLDER [THREADS [ADAPTER_FOLDER]]}. It loads the model once and
 * answers requests from standard input, one JSON object a line each way, until standard input ends.
 */
public final class GenerationMain {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final PrintStream protocol;
    private final Generator generator;

    private GenerationMain(PrintStream protocol, Generator generator) {
        this.protocol = protocol;
        this.generator = generator;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream protocol = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        // Whatever a library prints must not break the protocol.
        System.setOut(System.err);
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("usage: GenerationMain MODEL_FOLDER [THREADS [ADAPTER_FOLDER]]");
            System.exit(2);
        }
        NDManager manager = TorchRuntime.start(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1);
        try {
            NanoModel model = load(manager, arguments);
            GenerationMain main = new GenerationMain(protocol, new Generator(manager, model));
            main.print(new GenerationMessages.Ready(
                    arguments[0],
                    model.configuration().points(),
                    model.configuration().maxTokens()));
            main.serve();
        } catch (NeuralException e) {
            new GenerationMain(protocol, null).print(new GenerationMessages.Refused("", e.code(), e.getMessage()));
            System.exit(4);
        } catch (UncheckedIOException e) {
            String message =
                    "a file of the model cannot be read: " + e.getCause().getMessage();
            new GenerationMain(protocol, null).print(new GenerationMessages.Refused("", "bad_model", message));
            System.exit(4);
        }
        System.exit(0);
    }

    private static NanoModel load(NDManager manager, String[] arguments) {
        NanoModel base = NanoFolder.load(manager, Path.of(arguments[0]));
        if (arguments.length < 3) {
            return base;
        }
        try (base) {
            return LoraAdapter.load(manager, base, Path.of(arguments[2])).mergedModel(manager);
        }
    }

    private void serve() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                answer(line);
            }
        }
    }

    private void answer(String line) {
        String id = "";
        try {
            GenerationMessages.Ask ask = MAPPER.readValue(line, GenerationMessages.Ask.class);
            id = ask.id() == null ? "" : ask.id();
            String name = id;
            generator.generate(request(ask), shape -> print(message(name, shape)));
            print(new GenerationMessages.Done(id));
        } catch (NeuralException e) {
            print(new GenerationMessages.Refused(id, e.code(), e.getMessage()));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            print(new GenerationMessages.Refused(id, "bad_request", String.valueOf(e.getMessage())));
        }
    }

    private static GenerationRequest request(GenerationMessages.Ask ask) {
        int n = Optional.ofNullable(ask.n()).orElse(1);
        return new GenerationRequest(
                clouds(ask),
                n,
                Optional.ofNullable(ask.temperature()).orElse(n > 1 ? 0.7 : 0.0),
                Optional.ofNullable(ask.topK()).orElse(0),
                Optional.ofNullable(ask.topP()).orElse(1.0),
                Optional.ofNullable(ask.seed()).orElse(0L),
                Optional.ofNullable(ask.maxTokens()).orElse(Integer.MAX_VALUE),
                selection(ask.select()),
                Optional.ofNullable(ask.constrained()).orElse(true),
                Optional.ofNullable(ask.refine()).orElse(false));
    }

    private static Selection selection(String name) {
        return name == null || name.equals("none") ? Selection.FIRST : Selection.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static List<float[]> clouds(GenerationMessages.Ask ask) {
        List<float[]> clouds = new ArrayList<>();
        for (String path : Optional.ofNullable(ask.points()).orElse(List.of())) {
            clouds.add(cloud(Path.of(path)));
        }
        for (String bytes : Optional.ofNullable(ask.inline()).orElse(List.of())) {
            FloatBuffer floats = ByteBuffer.wrap(Base64.getDecoder().decode(bytes))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            float[] cloud = new float[floats.remaining()];
            floats.get(cloud);
            clouds.add(cloud);
        }
        return clouds;
    }

    private static float[] cloud(Path path) {
        try {
            double[] positions = Npy.read(path).toPointCloud().positions();
            float[] cloud = new float[positions.length];
            for (int i = 0; i < cloud.length; i++) {
                cloud[i] = (float) positions[i];
            }
            return cloud;
        } catch (IOException e) {
            throw new NeuralException("unreadable_points", path + ": " + e.getMessage(), e);
        }
    }

    private static GenerationMessages.Shape message(String id, ShapeGeneration shape) {
        return new GenerationMessages.Shape(
                id,
                shape.index(),
                shape.candidates().stream().map(GenerationMain::message).toList(),
                shape.chosen(),
                shape.refined().map(GenerationMain::message).orElse(null),
                shape.seconds());
    }

    private static GenerationMessages.Written message(Candidate candidate) {
        return new GenerationMessages.Written(
                candidate.ids(),
                candidate.program().map(BlockText::print).orElse(null),
                candidate
                        .program()
                        .filter(program -> candidate.usable())
                        .map(Blocks::toConstruction)
                        .map(SketchLanguage::print)
                        .orElse(null),
                candidate.finishReason(),
                candidate.problem(),
                Double.isFinite(candidate.distance()) ? candidate.distance() : null);
    }

    private void print(GenerationMessages.Answer answer) {
        try {
            protocol.println(MAPPER.writerFor(GenerationMessages.Answer.class).writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
