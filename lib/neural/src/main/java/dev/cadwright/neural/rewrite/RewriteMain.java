package dev.cadwright.neural.rewrite;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cadwright.neural.NeuralException;
import dev.cadwright.neural.adapter.Adapter;
import dev.cadwright.neural.adapter.Adapters;
import dev.cadwright.neural.adapter.MergedModel;
import dev.cadwright.neural.checkpoint.Checkpoint;
import dev.cadwright.neural.model.LoadOptions;
import dev.cadwright.neural.model.Model;
import dev.cadwright.neural.model.SaveOptions;
import dev.cadwright.neural.quantize.QuantizedModels;
import dev.cadwright.neural.tensor.TorchRuntime;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The process that rewrites one model; prints {@link RewriteEvent}s. */
public final class RewriteMain {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final double NANOSECONDS = 1e9;

    private RewriteMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Consumer<RewriteEvent> events = event -> print(out, event);
        events.accept(run(RewriteRequest.of(arguments), events));
        System.exit(0);
    }

    private static RewriteEvent run(RewriteRequest request, Consumer<RewriteEvent> events) {
        NDManager manager = TorchRuntime.start(Runtime.getRuntime().availableProcessors());
        TorchRuntime.recordGradients(false);
        long start = System.nanoTime();
        try {
            long layers =
                    switch (request) {
                        case RewriteRequest.Merge merge -> merge(manager, merge, events);
                        case RewriteRequest.Quantize quantize -> quantize(manager, quantize, events);
                    };
            try (Checkpoint written = Checkpoint.open(request.out())) {
                return new RewriteEvent.Done(layers, written.size(), (System.nanoTime() - start) / NANOSECONDS);
            }
        } catch (NeuralException e) {
            return new RewriteEvent.Refused(e.code(), e.getMessage());
        } catch (EngineException | IllegalArgumentException e) {
            return new RewriteEvent.Refused("bad_input", String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            return new RewriteEvent.Refused("unreadable", String.valueOf(e.getMessage()));
        }
    }

    private static long merge(NDManager manager, RewriteRequest.Merge request, Consumer<RewriteEvent> events) {
        try (Model model = QuantizedModels.load(manager, request.model(), LoadOptions.SINGLE_PRECISION);
                Adapters adapters = Adapters.on(model)) {
            Adapter adapter = adapters.load("merged", request.adapter());
            long total = model.modules().parameters().size();
            AtomicLong done = new AtomicLong();
            MergedModel.save(
                    model,
                    request.out(),
                    name -> events.accept(new RewriteEvent.Progress(name, done.incrementAndGet(), total)));
            return adapter.adapted().size();
        }
    }

    private static long quantize(NDManager manager, RewriteRequest.Quantize request, Consumer<RewriteEvent> events) {
        AtomicLong done = new AtomicLong();
        try (Model model = QuantizedModels.load(
                manager,
                request.model(),
                LoadOptions.SINGLE_PRECISION,
                request.to(),
                name -> events.accept(new RewriteEvent.Progress(name, done.incrementAndGet(), 0)))) {
            QuantizedModels.save(model, request.out(), request.to(), SaveOptions.AS_READ);
            return done.get();
        }
    }

    private static void print(PrintStream out, RewriteEvent event) {
        try {
            out.println(MAPPER.writerFor(RewriteEvent.class).writeValueAsString(event));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
