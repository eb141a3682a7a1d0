package dev.cadwright.neural.process;

import dev.cadwright.neural.kernels.InstructionSet;
import dev.cadwright.neural.tensor.Precision;
import java.util.Map;

/**
 * What this machine's processor was measured to do, in billions of operations a second on one thread.
 *
 * @param traps whether the unrestricted library died of an instruction that the processor claims to have
 */
public record CpuVerdict(String machine, boolean traps, double fp32, double bf16) {
    /** Conversions and sums around the products cost too: bf16 must win clearly. */
    private static final double CLEARLY = 1.5;

    private static final String LIMIT_VARIABLE = "ONEDNN_MAX_CPU_ISA";
    static final Map<String, String> LIMITED = Map.of(LIMIT_VARIABLE, "AVX512_CORE_BF16");

    /** What the unrestricted library survived, our own kernels may use. */
    private static final Map<String, String> UNLIMITED =
            Map.of(InstructionSet.VARIABLE, InstructionSet.AMX.variableValue());

    /** The format that trains fastest. */
    public Precision fastest() {
        return bf16 > CLEARLY * fp32 ? Precision.BF16 : Precision.FP32;
    }

    /** What a process that loads libtorch needs in its environment. */
    public Map<String, String> environment() {
        if (traps) {
            return LIMITED;
        }
        // Whoever limits the library by hand has shown nothing about what is beyond.
        return System.getenv().getOrDefault(LIMIT_VARIABLE, "").isEmpty() ? UNLIMITED : Map.of();
    }
}
