package dev.cadwright.neural.kernels;

import java.lang.foreign.Arena;

/** Multiplies in the matrix unit, in a process that may die of it; prints what is used and the largest error. */
public final class MatrixUnitMain {
    private MatrixUnitMain() {}

    public static void main(String[] arguments) {
        double worst = 0;
        try (Arena arena = Arena.ofConfined();
                KernelEngine engine = KernelEngine.open(2, InstructionSet.permitted(System.getenv()))) {
            for (StoredWeight.Format format : StoredWeight.Format.values()) {
                for (int columns : new int[] {64, 192, 320}) {
                    PlainProduct product = PlainProduct.random(format, 96, columns, 5, arena);
                    for (int inputs : new int[] {1, 5, 16, 19}) {
                        worst = Math.max(worst, product.error(engine, inputs, true, arena));
                    }
                }
            }
            System.out.println(engine.instructions() + " " + worst);
        }
    }
}
