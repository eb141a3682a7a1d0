package dev.cadwright.neural.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Finds and binds the library. */
public final class KernelLibrary {
    /** Names the library's file; empty for none. */
    public static final String VARIABLE = "CADWRIGHT_NEURAL_LIBRARY";

    static final Path BELOW_ROOT = Path.of("lib", "neural", "native", "build", "libcadwright-neural.so");

    private static final long VERSION = 1;

    private KernelLibrary() {}

    /** The file that the environment names, or the one that setup builds below the project's root; if it is there. */
    public static Optional<Path> file() {
        return file(System.getenv(), System.getProperties());
    }

    static Optional<Path> file(Map<String, String> environment, Properties properties) {
        String named = environment.get(VARIABLE);
        String root = properties.getProperty("cadwright.root", environment.getOrDefault("CADWRIGHT_ROOT", ""));
        Path path = named == null ? Path.of(root).resolve(BELOW_ROOT).toAbsolutePath() : Path.of(named);
        return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    }

    /** Whether the library is there and is this version's. */
    static boolean isPresent() {
        return Symbols.LOOKUP.isPresent();
    }

    static MethodHandle bind(String name, MemoryLayout result, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(Symbols.address(name), FunctionDescriptor.of(result, arguments));
    }

    static MethodHandle bindVoid(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(Symbols.address(name), FunctionDescriptor.ofVoid(arguments));
    }

    private static final class Symbols {
        private static final Optional<SymbolLookup> LOOKUP = file().map(
                        file -> SymbolLookup.libraryLookup(file, Arena.global()))
                .filter(Symbols::fits);

        private static MemorySegment address(String name) {
            return LOOKUP.orElseThrow(() -> new IllegalStateException("the library is not there"))
                    .findOrThrow(name);
        }

        /** What an older checkout built does not know what this one asks. */
        private static boolean fits(SymbolLookup library) {
            return library.find("cadwright_version")
                    .map(symbol ->
                            Linker.nativeLinker().downcallHandle(symbol, FunctionDescriptor.of(ValueLayout.JAVA_LONG)))
                    .map(KernelLibrary::version)
                    .filter(version -> version == VERSION)
                    .isPresent();
        }
    }

    private static long version(MethodHandle handle) {
        try {
            return (long) handle.invokeExact();
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    static RuntimeException failure(Throwable thrown) {
        return switch (thrown) {
            case Error error -> throw error;
            case RuntimeException unchecked -> unchecked;
            default -> new IllegalStateException(thrown);
        };
    }
}
