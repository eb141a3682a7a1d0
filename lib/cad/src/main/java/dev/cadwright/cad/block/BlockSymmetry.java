package dev.cadwright.cad.block;

import dev.cadwright.cad.block.BlockLoop.Circle;
import dev.cadwright.cad.block.BlockLoop.Middle;
import dev.cadwright.cad.block.BlockLoop.Polygon;
import dev.cadwright.cad.block.BlockLoop.Rectangle;
import dev.cadwright.cad.block.BlockLoop.RoundedRectangle;
import dev.cadwright.cad.block.BlockLoop.Vertex;

/** What a symmetry of the cube makes of one block: its new plane and how its plane's coordinates move. */
record BlockSymmetry(PrincipalPlane plane, boolean swapped, int signX, int signY, int signAcross) {

    static Block apply(CubeSymmetry symmetry, Block block) {
        int u = symmetry.target(block.plane().firstAxis());
        int v = symmetry.target((block.plane().firstAxis() + 1) % 3);
        int w = symmetry.target((block.plane().firstAxis() + 2) % 3);
        int newFirst = (w + 1) % 3;
        PrincipalPlane plane = PrincipalPlane.from(newFirst);
        return new BlockSymmetry(plane, u != newFirst, symmetry.sign(u), symmetry.sign(v), symmetry.sign(w))
                .apply(block);
    }

    private Block apply(Block block) {
        int first = signAcross * block.from();
        int second = signAcross * block.to();
        return new Block(
                block.cut(),
                plane,
                Math.min(first, second),
                Math.max(first, second),
                block.loops().stream().map(this::apply).toList());
    }

    private BlockLoop apply(BlockLoop loop) {
        return switch (loop) {
            case Circle(int x, int y, int radius) -> new Circle(newX(x, y), newY(x, y), radius);
            case Rectangle(int x0, int y0, int x1, int y1) ->
                new Rectangle(newX(x0, y0), newY(x0, y0), newX(x1, y1), newY(x1, y1));
            case RoundedRectangle(int x0, int y0, int x1, int y1, int radius) ->
                new RoundedRectangle(newX(x0, y0), newY(x0, y0), newX(x1, y1), newY(x1, y1), radius);
            case Polygon polygon ->
                new Polygon(polygon.vertices().stream().map(this::apply).toList());
        };
    }

    private Vertex apply(Vertex vertex) {
        return new Vertex(
                newX(vertex.x(), vertex.y()),
                newY(vertex.x(), vertex.y()),
                vertex.arcToNext()
                        .map(middle -> new Middle(newX(middle.x(), middle.y()), newY(middle.x(), middle.y()))));
    }

    private int newX(int x, int y) {
        return swapped ? signY * y : signX * x;
    }

    private int newY(int x, int y) {
        return swapped ? signX * x : signY * y;
    }
}
