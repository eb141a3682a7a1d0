import cadquery as cq
from math import cos, pi, sin


def involute(r):
    return lambda t: (r * (cos(t) + t * sin(t)), r * (sin(t) - t * cos(t)))


teeth = 9
outline = []
for k in range(teeth):
    for share, radius in ((0.0, 10), (0.25, 13), (0.5, 13), (0.75, 10)):
        angle = 2 * pi * (k + share) / teeth
        outline.append((radius * cos(angle), radius * sin(angle)))
curve = cq.Workplane().parametricCurve(involute(3), start=0, stop=1.2, N=20)
result = cq.Workplane().polyline(outline).close().twistExtrude(12, 20).faces(">Z").workplane().hole(6)
