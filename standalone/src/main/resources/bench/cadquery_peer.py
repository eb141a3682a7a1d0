"""Runs CadQuery programs in one warm process, for comparison.

Reads one JSON object a line, {"path": ..., "measure": true or false}, and answers one a line:
{"seconds": wall, "cpu": processor, "volume": number or null, "error": text or null}.
"""
import json
import sys
import time

import cadquery as cq


def shape_of(namespace):
    value = namespace.get("result", namespace.get("r"))
    if isinstance(value, cq.Workplane):
        return cq.Compound.makeCompound(value.vals())
    return value


def run(path, measure):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    namespace = {"__name__": "__main__", "show_object": lambda *a, **k: None, "debug": lambda *a, **k: None}
    volume = None
    wall, cpu = time.perf_counter(), time.process_time()
    exec(compile(text, path, "exec"), namespace)
    if measure:
        shape = shape_of(namespace)
        volume = shape.Volume()
        box = shape.BoundingBox()
        shape.tessellate(0.001 * max(box.xlen, box.ylen, box.zlen), 0.1)
    return time.perf_counter() - wall, time.process_time() - cpu, volume


answers = sys.stdout
sys.stdout = sys.stderr
print(json.dumps({"ready": cq.__version__}), file=answers, flush=True)
for line in sys.stdin:
    request = json.loads(line)
    try:
        wall, cpu, volume = run(request["path"], request["measure"])
        answer = {"seconds": wall, "cpu": cpu, "volume": volume, "error": None}
    except Exception as error:
        answer = {"seconds": None, "cpu": None, "volume": None, "error": f"{type(error).__name__}: {error}"}
    print(json.dumps(answer), file=answers, flush=True)
