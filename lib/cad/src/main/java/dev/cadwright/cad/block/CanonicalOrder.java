package dev.cadwright.cad.block;

import dev.cadwright.cad.block.BlockLoop.Rectangle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Brings the blocks, loops and vertices of a program into the one order that {@link Blocks#canonical} describes. */
final class CanonicalOrder {
    /** Volumes that differ by less are equal: they are sums of doubles and must not decide an order by rounding. */
    private static final double VOLUME_STEP = 1.0 / 64;

    private CanonicalOrder() {}

    static BlockProgram of(BlockProgram program) {
        return new BlockProgram(program.blocks().stream()
                .map(CanonicalOrder::of)
                .map(Ranked::of)
                .sorted(Ranked.ORDER)
                .map(Ranked::block)
                .toList());
    }

    private record Ranked(Block block, long volume, String text) {
        static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked ranked) -> ranked.block.cut())
                .thenComparing(Comparator.comparingLong(Ranked::volume).reversed())
                .thenComparing(ranked -> ranked.block.plane())
                .thenComparing(ranked -> ranked.block.from())
                .thenComparing(ranked -> ranked.block.to())
                // Any fixed order will do for what is left: equal volumes side by side.
                .thenComparing(Ranked::text);

        static Ranked of(Block block) {
            double area = 0;
            double largest = 0;
            for (BlockLoop loop : block.loops()) {
                area += area(loop);
                largest = Math.max(largest, area(loop));
            }
            double volume = (2 * largest - area) * (block.to() - block.from());
            return new Ranked(
                    block, Math.round(volume / VOLUME_STEP), block.loops().toString());
        }
    }

    private static Block of(Block block) {
        List<BlockLoop> loops =
                new ArrayList<>(block.loops().stream().map(CanonicalLoop::of).toList());
        if (loops.size() == 1 && loops.getFirst() instanceof Rectangle rectangle) {
            return boxOnXy(block, rectangle);
        }
        loops.sort(Comparator.comparingDouble((BlockLoop loop) -> corner(loop)[0])
                .thenComparingDouble(loop -> corner(loop)[1])
                .thenComparing(BlockLoop::toString));
        BlockLoop largest =
                Collections.max(loops, Comparator.comparingLong(loop -> Math.round(area(loop) / VOLUME_STEP)));
        loops.remove(largest);
        loops.addFirst(largest);
        return new Block(block.cut(), block.plane(), block.from(), block.to(), loops);
    }

    private static Block boxOnXy(Block block, Rectangle rectangle) {
        int[] low = new int[3];
        int[] high = new int[3];
        int u = block.plane().firstAxis();
        low[u] = rectangle.x0();
        high[u] = rectangle.x1();
        low[(u + 1) % 3] = rectangle.y0();
        high[(u + 1) % 3] = rectangle.y1();
        low[(u + 2) % 3] = block.from();
        high[(u + 2) % 3] = block.to();
        Rectangle base = new Rectangle(low[0], low[1], high[0], high[1]);
        return new Block(block.cut(), PrincipalPlane.XY, low[2], high[2], List.of(base));
    }

    private static double area(BlockLoop loop) {
        return outline(loop).map(Outline::area).orElse(0.0);
    }

    private static double[] corner(BlockLoop loop) {
        return outline(loop).map(Outline::extent).orElse(new double[] {0, 0, 0, 0});
    }

    private static Optional<Outline> outline(BlockLoop loop) {
        return switch (Outline.of(loop)) {
            case Outline.Reading.Drawn(Outline outline) -> Optional.of(outline);
            case Outline.Reading.Degenerate(var ignored) -> Optional.empty();
        };
    }
}
