package dev.cadwright.cli.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Works on many inputs at once and hands on the results in the order of the inputs, as soon as that allows. */
public final class OrderedWork {
    private static final int AHEAD = 4;

    private OrderedWork() {}

    public static <I, R> void run(List<I> inputs, int threads, Function<I, R> work, Consumer<R> consumer)
            throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            Deque<Future<R>> pending = new ArrayDeque<>();
            try {
                for (I input : inputs) {
                    pending.add(executor.submit(() -> work.apply(input)));
                    if (pending.size() > threads * AHEAD) {
                        consumer.accept(result(pending.removeFirst()));
                    }
                }
                while (!pending.isEmpty()) {
                    consumer.accept(result(pending.removeFirst()));
                }
            } finally {
                executor.shutdownNow();
            }
        }
    }

    private static <R> R result(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }
}
