import cadquery as cq

profile = (
    cq.Workplane("XZ")
    .moveTo(0, 0)
    .lineTo(20, 0)
    .spline([(26, 20), (14, 45), (18, 60)], includeCurrent=True)
    .lineTo(0, 60)
    .close()
)
solid = profile.revolve(360, (0, 0, 0), (0, 1, 0))
result = solid.faces(">Z").shell(-2)
