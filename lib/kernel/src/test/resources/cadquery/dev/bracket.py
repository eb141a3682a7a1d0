import cadquery as cq

width, depth, thickness = 60.0, 40.0, 6.0
hole = 5.5

result = (
    cq.Workplane("XY")
    .box(width, depth, thickness)
    .faces(">Z")
    .workplane()
    .rect(width - 12, depth - 12, forConstruction=True)
    .vertices()
    .cboreHole(hole, hole * 1.8, 2.5)
    .edges("|Z")
    .fillet(3)
)
