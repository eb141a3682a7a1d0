package dev.cadwright.kernel;

import dev.cadwright.cad.block.Blocks;
import dev.cadwright.cad.procedural.ProceduralGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Measures the pool on procedural programs of 2 to 4 extrusions: {@code Throughput [models] [workers]}. Wall time
 * depends on what else the machine does; the processor time of the workers hardly does.
 */
final class Throughput {
    private Throughput() {}

    public static void main(String[] arguments) throws Exception {
        int models = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300;
        int workers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        List<Source.Program> programs = programs(models);
        report("properties", programs, Request.properties(), workers);
        report("and mesh", programs, Request.properties().withMesh(Deflection.STANDARD), workers);
        report(
                "and STEP",
                programs,
                Request.properties().withMesh(Deflection.STANDARD).withStep(),
                workers);
        compare(programs, workers);
    }

    private static List<Source.Program> programs(int count) {
        ProceduralGenerator generator = new ProceduralGenerator(1);
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(generator::sample)
                .filter(sample -> sample.program().blocks().size() >= 2
                        && sample.program().blocks().size() <= 4)
                .limit(count)
                .map(sample -> new Source.Program(Blocks.toConstruction(sample.program())))
                .toList();
    }

    private static void report(String name, List<Source.Program> programs, Request request, int workers)
            throws Exception {
        try (KernelPool pool = new KernelPool(KernelOptions.standard().withWorkers(workers))) {
            run(programs.subList(0, 20), workers, program -> pool.execute(program, request));
            measure(name, programs, workers, program -> pool.execute(program, request));
        }
    }

    private static void compare(List<Source.Program> programs, int workers) throws Exception {
        Source truth = programs.getFirst();
        try (KernelPool pool = new KernelPool(KernelOptions.standard().withWorkers(workers))) {
            run(programs.subList(0, 20), workers, pair -> pool.compare(pair, truth, CompareRequest.normalised(2)));
            measure("IoU of two", programs, workers, pair -> pool.compare(pair, truth, CompareRequest.normalised(2)));
        }
    }

    private interface Work {
        Object of(Source.Program program);
    }

    private static void measure(String name, List<Source.Program> programs, int workers, Work work) throws Exception {
        Duration before = processorTime();
        long start = System.nanoTime();
        List<Duration> latencies = run(programs, workers, work);
        double seconds = (System.nanoTime() - start) / 1e9;
        double processor = processorTime().minus(before).toNanos() / 1e6 / programs.size();
        List<Duration> sorted = latencies.stream().sorted().toList();
        System.out.printf(
                "%-12s %6.1f models/s; a model: %5.1f ms median, %5.1f p95, %5.1f p99; %5.1f ms of processor%n",
                name,
                programs.size() / seconds,
                milliseconds(sorted, 0.5),
                milliseconds(sorted, 0.95),
                milliseconds(sorted, 0.99),
                processor);
    }

    private static List<Duration> run(List<Source.Program> programs, int threads, Work work) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<Duration>> runs = new ArrayList<>();
            for (Source.Program program : programs) {
                runs.add(executor.submit(() -> {
                    long start = System.nanoTime();
                    work.of(program);
                    return Duration.ofNanos(System.nanoTime() - start);
                }));
            }
            List<Duration> latencies = new ArrayList<>();
            for (Future<Duration> each : runs) {
                latencies.add(each.get());
            }
            return latencies;
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current()
                .children()
                .map(child -> child.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static double milliseconds(List<Duration> sorted, double share) {
        return sorted.get((int) (share * (sorted.size() - 1))).toNanos() / 1e6;
    }
}
