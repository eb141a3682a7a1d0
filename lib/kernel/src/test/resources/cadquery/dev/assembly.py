import cadquery as cq

plate = cq.Workplane("XY").box(50, 50, 4)
post = cq.Workplane("XY").cylinder(20, 4)
assembly = cq.Assembly(name="table").add(plate, name="plate", loc=cq.Location(cq.Vector(0, 0, 22)))
for i, (x, y) in enumerate([(-20, -20), (20, -20), (20, 20), (-20, 20)]):
    assembly.add(post, name=f"post{i}", loc=cq.Location(cq.Vector(x, y, 10)))
result = assembly.toCompound()
