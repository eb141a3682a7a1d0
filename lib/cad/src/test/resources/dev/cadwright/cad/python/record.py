"""Records what Python itself makes of every program in programs/: run it with Python 3.11 and numpy after adding a program.

Beside each NAME.py stands NAME.txt: what the program prints and, when it raises, a last line
"raised TYPE: MESSAGE at line LINE".
"""

import contextlib
import io
import pathlib
import traceback


def run(path):
    out = io.StringIO()
    end = ""
    with contextlib.redirect_stdout(out):
        try:
            exec(compile(path.read_text(), path.name, "exec"), {"__name__": "__main__"})
        except BaseException as error:
            lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == path.name]
            end = f"raised {type(error).__name__}: {error} at line {lines[-1]}\n"
    return out.getvalue() + end


for program in sorted((pathlib.Path(__file__).parent / "programs").glob("*.py")):
    program.with_suffix(".txt").write_text(run(program))
