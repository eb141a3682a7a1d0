package dev.cadwright.neural.kernels;

import java.util.Locale;
import java.util.Map;

/** What the kernels are compiled for, the least first; the order is that of the library. */
public enum InstructionSet {
    PORTABLE,
    AVX2,
    AVX512,
    /** The matrix unit, which some hosts announce and do not run. */
    AMX;

    /** Caps what is used: one of the names in small letters. */
    public static final String VARIABLE = "CADWRIGHT_INSTRUCTION_SET";

    /** The most that may be used: AMX only where the variable says that it was seen to work. */
    static InstructionSet permitted(Map<String, String> environment) {
        String named = environment.getOrDefault(VARIABLE, "");
        for (InstructionSet set : values()) {
            if (set.variableValue().equals(named)) {
                return set;
            }
        }
        return AVX512;
    }

    public String variableValue() {
        return name().toLowerCase(Locale.ROOT);
    }
}
