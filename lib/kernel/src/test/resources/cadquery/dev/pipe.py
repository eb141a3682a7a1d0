import cadquery as cq

path = cq.Workplane("XZ").moveTo(0, 0).lineTo(0, 30).threePointArc((8.79, 51.21), (30, 60)).lineTo(60, 60)
outer = cq.Workplane("XY").circle(6).sweep(path)
inner = cq.Workplane("XY").circle(4.5).sweep(path)
result = outer.cut(inner)
