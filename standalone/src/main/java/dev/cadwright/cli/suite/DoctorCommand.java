package dev.cadwright.cli.suite;

import dev.cadwright.cli.terminal.ExitCode;
import dev.cadwright.cli.terminal.JsonOption;
import dev.cadwright.cli.terminal.Quantities;
import dev.cadwright.cli.terminal.Terminal;
import dev.cadwright.neural.kernels.KernelLibrary;
import dev.cadwright.standalone.StartCaches;
import dev.cadwright.standalone.Suite;
import dev.cadwright.standalone.SuiteReport;
import dev.cadwright.standalone.SuiteSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = {
            "Says what is there, what is not, and what to do about it. Changes nothing.",
            "Exit status: 0 when everything needed is there, 3 when not."
        },
        footer = {"", "Example:", "  ./cadwright doctor", "  ./cadwright doctor --json"})
public final class DoctorCommand implements Callable<Integer> {
    private static final long DISK_WANTED = 6_000_000_000L;
    private static final long MEMORY_WANTED = 4_000_000_000L;

    /** One line: whether it is there, what was found, and what to do when it is not. */
    private record Finding(String part, boolean present, boolean needed, String found, String advice) {}

    private final Terminal terminal;
    private final List<Finding> findings = new ArrayList<>();

    @Mixin
    private JsonOption options;

    public DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SuiteSettings settings = SuiteSettings.of(terminal.environment(), terminal.root());
        findings.add(new Finding(
                "Java",
                Runtime.version().feature() >= 25,
                true,
                Runtime.version().toString(),
                ""));
        checkMachine(settings);
        checkKernel();
        checkSuite(settings);
        checkTool("docker", "only for docker compose");
        findings.forEach(this::print);
        return findings.stream().allMatch(finding -> finding.present() || !finding.needed())
                ? ExitCode.SUCCESS
                : ExitCode.UNAVAILABLE;
    }

    private void checkMachine(SuiteSettings settings) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            long memory = machine.getTotalMemorySize();
            findings.add(new Finding(
                    "memory",
                    memory >= MEMORY_WANTED,
                    false,
                    Quantities.bytes(memory) + ", " + machine.getAvailableProcessors() + " cores",
                    "the suite and a training want " + Quantities.bytes(MEMORY_WANTED)));
        }
        long free = settings.files().home().getRoot().toFile().getUsableSpace();
        findings.add(new Finding(
                "disk",
                free >= DISK_WANTED,
                false,
                Quantities.bytes(free) + " free",
                "a build, the suite's data and checkpoints want " + Quantities.bytes(DISK_WANTED)));
    }

    private void checkKernel() {
        Path worker = Path.of(terminal.environment()
                .getOrDefault(
                        "CADWRIGHT_KERNEL_WORKER",
                        terminal.root()
                                .resolve("lib/kernel/worker/build/cadwright-kernel")
                                .toString()));
        findings.add(new Finding(
                "kernel worker", Files.isExecutable(worker), true, worker.toString(), "run ./cadwright setup"));
        Path packages = terminal.root().resolve("lib/kernel/mesh-worker/node_modules");
        findings.add(new Finding(
                "mesh worker",
                Files.isDirectory(packages),
                false,
                packages.toString(),
                "for OpenSCAD programs and mesh booleans: run ./cadwright setup"));
        checkTool("node", "for OpenSCAD programs and mesh booleans: run ./cadwright setup");
        Optional<Path> kernels = KernelLibrary.file();
        findings.add(new Finding(
                "decoding kernels",
                kernels.isPresent(),
                false,
                kernels.map(Path::toString).orElse("libtorch does their work"),
                "to write with Hugging Face models faster: run ./cadwright setup"));
        Path model = terminal.root().resolve("models/cadwright-nano/config.json");
        findings.add(new Finding(
                "built-in model", Files.exists(model), false, model.getParent().toString(), "is part of the project"));
    }

    private void checkSuite(SuiteSettings settings) {
        for (String service : List.of("gateway", "dataset", "render", "training", "inference", "benchmark")) {
            Path jar = terminal.root().resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
            findings.add(new Finding(
                    service + " service", Files.exists(jar), true, jar.toString(), "run ./cadwright setup"));
        }
        List<String> missing = StartCaches.of(settings).missing();
        findings.add(new Finding(
                "start caches",
                missing.isEmpty(),
                false,
                missing.isEmpty() ? "all" : "none for " + String.join(", ", missing),
                "run ./cadwright setup; without them a start takes three times as long"));
        SuiteReport report = new Suite(settings.files()).report();
        findings.add(new Finding(
                "suite",
                report.state().equals("up"),
                false,
                report.state() + ", home " + settings.files().home(),
                "run ./cadwright up"));
    }

    private void checkTool(String name, String purpose) {
        boolean present;
        try {
            Process process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            present = process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            present = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            present = false;
        }
        findings.add(new Finding(name, present, false, present ? "found" : "not found", purpose));
    }

    private void print(Finding finding) {
        if (options.json()) {
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("part", finding.part());
            line.put("present", finding.present());
            line.put("needed", finding.needed());
            line.put("found", finding.found());
            line.put("advice", finding.present() ? null : finding.advice());
            terminal.json(line);
            return;
        }
        String mark = finding.present() ? "ok" : finding.needed() ? "MISSING" : "-";
        String advice = finding.present() || finding.advice().isEmpty() ? "" : "  (" + finding.advice() + ")";
        terminal.out().printf("%-8s %-18s %s%s%n", mark, finding.part(), finding.found(), advice);
    }
}
