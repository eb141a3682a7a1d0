package dev.cadwright.neural.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.nano.BlockTokens;
import dev.cadwright.neural.process.ChildExit;
import dev.cadwright.neural.process.ChildJvm;
import dev.cadwright.neural.process.ChildOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A model loaded in a child JVM that writes programs on request. One request at a time; thread-safe. */
public final class GenerationProcess implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ChildJvm child;
    private final GenerationMessages.Ready ready;
    private long requests;

    private GenerationProcess(ChildJvm child) throws InterruptedException {
        this.child = child;
        this.ready = switch (read()) {
            case GenerationMessages.Ready answer -> answer;
            case GenerationMessages.Refused refused -> {
                child.kill();
                throw new NeuralException(refused.code(), refused.message());
            }
            case GenerationMessages.Shape _, GenerationMessages.Done _ -> throw broken();
        };
    }

    /**
     * Starts a process and waits until the model is loaded.
     *
     * @throws NeuralException {@code bad_model} if the folder holds no usable model, {@code generation_died} if the
     *     process dies
     */
    public static GenerationProcess start(ChildOptions options, Path model, int threads) throws InterruptedException {
        return start(options, model, Optional.empty(), threads);
    }

    /**
     * As above, with an adapter merged into the model.
     *
     * @param adapter a folder in the layout of PEFT
     * @throws NeuralException also {@code bad_adapter} if the folder holds no adapter of this model
     */
    public static GenerationProcess start(ChildOptions options, Path model, Optional<Path> adapter, int threads)
            throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(model.toString(), Integer.toString(threads)));
        adapter.ifPresent(folder -> arguments.add(folder.toString()));
        return new GenerationProcess(ChildJvm.start(options, GenerationMain.class, arguments.toArray(String[]::new)));
    }

    public long pid() {
        return child.pid();
    }

    /** Points that a cloud must have. */
    public int points() {
        return ready.points();
    }

    public boolean alive() {
        return child.alive();
    }

    public List<ShapeGeneration> generate(GenerationRequest request) throws InterruptedException {
        List<ShapeGeneration> all = new ArrayList<>();
        generate(request, all::add);
        return all;
    }

    /**
     * Programs for every cloud, each passed on as it is done, in order.
     *
     * @throws NeuralException with the process's code if it refuses, {@code generation_died} if it dies
     */
    public synchronized void generate(GenerationRequest request, Consumer<ShapeGeneration> done)
            throws InterruptedException {
        String id = Long.toString(++requests);
        if (!child.writeLine(line(id, request))) {
            throw died();
        }
        while (true) {
            switch (read()) {
                case GenerationMessages.Shape shape -> done.accept(shape(shape));
                case GenerationMessages.Done _ -> {
                    return;
                }
                case GenerationMessages.Refused refused -> throw new NeuralException(refused.code(), refused.message());
                case GenerationMessages.Ready _ -> throw broken();
            }
        }
    }

    /** Ends the process group at once; a request in progress fails with {@code generation_died}. */
    public void kill() {
        child.kill();
    }

    private GenerationMessages.Answer read() throws InterruptedException {
        String line = child.readLine();
        if (line == null) {
            throw died();
        }
        try {
            return MAPPER.readValue(line, GenerationMessages.Answer.class);
        } catch (JsonProcessingException e) {
            throw broken();
        }
    }

    private NeuralException died() throws InterruptedException {
        ChildExit exit = child.await();
        return new NeuralException(
                "generation_died",
                "the generation process ended by " + exit.signal() + " (" + exit.status() + ")\n" + exit.log());
    }

    private NeuralException broken() {
        child.kill();
        return new NeuralException("broken_protocol", "the generation process broke the protocol");
    }

    private static String line(String id, GenerationRequest request) {
        GenerationMessages.Ask ask = new GenerationMessages.Ask(
                id,
                List.of(),
                request.clouds().stream().map(GenerationProcess::encoded).toList(),
                request.candidates(),
                request.temperature(),
                request.topK(),
                request.topP(),
                request.seed(),
                request.maxTokens(),
                request.selection() == Selection.INPUT ? "input" : "none",
                request.constrained(),
                request.refine());
        try {
            return MAPPER.writeValueAsString(ask);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(float[] cloud) {
        ByteBuffer bytes = ByteBuffer.allocate(cloud.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(cloud);
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    private static ShapeGeneration shape(GenerationMessages.Shape shape) {
        return new ShapeGeneration(
                shape.index(),
                shape.candidates().stream().map(GenerationProcess::candidate).toList(),
                shape.chosen(),
                Optional.ofNullable(shape.refined()).map(GenerationProcess::candidate),
                shape.seconds());
    }

    private static Candidate candidate(GenerationMessages.Written written) {
        int[] tokens = new int[written.ids().size() + 1];
        for (int i = 0; i < written.ids().size(); i++) {
            tokens[i] = written.ids().get(i);
        }
        tokens[written.ids().size()] = BlockTokens.END;
        boolean whole = written.program() != null;
        return new Candidate(
                written.ids(),
                whole && BlockTokens.decode(tokens) instanceof BlockTokens.Decoded.Program program
                        ? Optional.of(program.program())
                        : Optional.empty(),
                written.finishReason(),
                written.problem(),
                written.distance() == null ? Double.POSITIVE_INFINITY : written.distance());
    }

    @Override
    public void close() {
        child.close();
    }
}
