import math
import cadquery as cq


def ring(count, radius):
    return [(radius * math.cos(2 * math.pi * i / count), radius * math.sin(2 * math.pi * i / count)) for i in range(count)]


disc = cq.Workplane("XY").circle(40).circle(12).extrude(8)
for x, y in ring(6, 30):
    disc = disc.cut(cq.Workplane("XY").center(x, y).circle(3.2).extrude(8))
neck = cq.Workplane("XY").workplane(offset=8).circle(18).workplane(offset=20).circle(14).loft(combine=True)
result = disc.union(neck).faces(">Z").workplane().hole(20)
