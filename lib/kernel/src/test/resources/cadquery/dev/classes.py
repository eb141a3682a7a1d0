import cadquery as cq


class Brick:
    PITCH = 8.0

    def __init__(self, columns, rows, height=9.6):
        self.columns, self.rows, self.height = columns, rows, height

    def body(self):
        return cq.Workplane().box(self.columns * self.PITCH, self.rows * self.PITCH, self.height)

    def build(self):
        knobs = self.body().faces(">Z").workplane().rarray(self.PITCH, self.PITCH, self.columns, self.rows)
        return knobs.circle(2.4).extrude(1.8)


try:
    result = Brick(4, 2).build().faces("<Z").shell(-1.5)
except Exception as problem:
    result = Brick(4, 2).build()
show_object(result)
