import cadquery as cq

body = cq.Solid.makeBox(30, 20, 10, cq.Vector(-15, -10, 0))
hole = cq.Solid.makeCylinder(4, 10, cq.Vector(0, 0, 0), cq.Vector(0, 0, 1))
dome = cq.Solid.makeSphere(8).translate(cq.Vector(0, 0, 10))
wire = cq.Wire.makePolygon([cq.Vector(0, 0, 0), cq.Vector(6, 0, 0), cq.Vector(0, 6, 0)], close=True)
rib = cq.Solid.extrudeLinear(wire, [], cq.Vector(0, 0, 14))
result = body.cut(hole).fuse(dome, rib).clean()
