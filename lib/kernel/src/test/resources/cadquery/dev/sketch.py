import cadquery as cq

outline = (
    cq.Sketch()
    .trapezoid(40, 30, 110)
    .vertices()
    .fillet(4)
    .reset()
    .rarray(12, 10, 2, 2)
    .circle(2.5, mode="s")
)
result = cq.Workplane("XY").placeSketch(outline).extrude(5).faces("<Z").chamfer(0.6)
