def attempt(f):
    try:
        f()
        print("fine")
    except Exception as e:
        print(type(e).__name__, "|", e)
class K:
    def m(self, a): pass
    @property
    def ro(self): return 1
def two(a, b): pass
def opt(a, b=1, *, c): pass
for f in [
    lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 0.0 ** -1, lambda: 0 ** -1,
    lambda: undefined, lambda: [][0], lambda: (1,)[5], lambda: "a"[3], lambda: {}["k"], lambda: {}[1], lambda: {1: 2}[(3,)], lambda: [1]["a"], lambda: "a"["b"], lambda: (1,)[1.5],
    lambda: None.x, lambda: (5).foo, lambda: K().zz, lambda: K.zz, lambda: "a".nope(), lambda: [].push(1), lambda: len(5), lambda: len(None), lambda: iter(5), lambda: list(3), lambda: 5(), lambda: "a"(), lambda: None(),
    lambda: int("x"), lambda: int("1.5"), lambda: float("abc"), lambda: int(None), lambda: int([]), lambda: float(None), lambda: float([]), lambda: int("z", 16), lambda: int(float("nan")), lambda: int(float("inf")),
    lambda: two(1), lambda: two(), lambda: two(1, 2, 3), lambda: two(1, b=2, c=3), lambda: two(1, a=2), lambda: opt(1), lambda: opt(), lambda: opt(1, 2, 3, c=1), lambda: K().m(), lambda: K().m(1, 2), lambda: K(1), lambda: (lambda: 0)(1),
    lambda: [1, 2].index(9), lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: {}.pop("a"), lambda: set().pop(), lambda: {1}.remove(2), lambda: {}.popitem(), lambda: "abc".index("z"), lambda: "a".split(""), lambda: ",".join([1]), lambda: ",".join(["a", 2]),
    lambda: [1] < 2, lambda: 1 < "a", lambda: None < 1, lambda: {} < {}, lambda: sorted([1, "a"]), lambda: max([]), lambda: min(1, "a"), lambda: sum(["a"]), lambda: max(3), lambda: abs("a"), lambda: -"a", lambda: ~1.5, lambda: +[], lambda: 1 << -1, lambda: 1.5 << 1, lambda: 1 & 1.0, lambda: [] * 1.5, lambda: "a" * "b", lambda: [1] - [1],
    lambda: {[]: 1}, lambda: {{}: 1}, lambda: {[1]}, lambda: hash([]), lambda: ({1: 2})[[]], lambda: {}.update(5), lambda: dict([1]), lambda: dict([(1, 2, 3)]),
    lambda: range(1.5), lambda: range(0, 10, 0), lambda: list(range("a")), lambda: round("a"), lambda: chr(-1), lambda: chr("a"), lambda: ord("ab"), lambda: ord(5), lambda: pow("a", 2), lambda: divmod(1, 0), lambda: 5 in 5, lambda: 1 in "abc", lambda: isinstance(1, 1),
    lambda: "%d" % "a", lambda: "%d %d" % 1, lambda: "%d" % (1, 2), lambda: "{}".format(), lambda: "{a}".format(), lambda: "{:d}".format("a"), lambda: "{:s}".format(1), lambda: format(1.5, "d"), lambda: "{:.2f}".format("a"), lambda: format([], "5"), lambda: "{".format(), lambda: "}".format(),
    lambda: setattr(K(), "ro", 1), lambda: getattr(K(), "none"), lambda: next(iter([])), lambda: [*5], lambda: two(*5), lambda: two(**5), lambda: two(**{1: 2}), lambda: 2 ** 0.5 % 0, lambda: 10.0 ** 400, lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: (10 ** 400) / 3, lambda: [][1:2][0], lambda: [1][::0],
    lambda: zip(1), lambda: enumerate(5), lambda: map(1), lambda: list(map(1, [1])), lambda: reversed({1}), lambda: int("1" * 5000), lambda: str(10 ** 5000),
]:
    attempt(f)
def unpack(v, n):
    if n == 2: a, b = v
    if n == 3: a, b, c = v
    if n == 0: a, *b, c = v
for v, n in [((1, 2, 3), 2), ((1,), 2), (5, 2), ("ab", 3), ([1], 0), (None, 2), ({1: 2}, 2)]:
    attempt(lambda: unpack(v, n))
def local():
    print(later)
    later = 1
attempt(lambda: None)
def raises(e): raise e
for e in [ValueError, ValueError("a", 1), KeyError("k"), KeyError(5), Exception(), RuntimeError("r"), AssertionError("x"), IndexError, StopIteration(3), ZeroDivisionError("z"), OSError("o"), 5, "str", K]:
    attempt(lambda: raises(e))
def assertion(): assert 1 == 2, "not equal"
def bare(): assert []
attempt(assertion); attempt(bare)
def f(n):
    try:
        if n == 0: return "try"
        if n == 1: raise ValueError("v")
        if n == 2: raise KeyError("k")
        if n == 3: raise TypeError("t")
    except ValueError as e:
        return f"caught {e}"
    except (KeyError, IndexError):
        return "lookup"
    else:
        return "else"
    finally:
        print("finally", n, end=" ")
for n in range(5):
    try: print(f(n))
    except TypeError as e: print("outer", e)
try:
    try: raise ValueError("inner")
    except ValueError as e: raise RuntimeError("outer") from e
except RuntimeError as e: print(repr(e))
try:
    try: {}["x"]
    except KeyError: raise
except LookupError as e: print("re", type(e).__name__, e)
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: break
            print("body", i)
        finally: print("fin", i)
    return "end"
print(loop())
def override():
    try: return 1
    finally: return 2
print(override())
try: e
except NameError as x: print(x)
print(isinstance(ZeroDivisionError(), ArithmeticError), issubclass(KeyError, LookupError), issubclass(RecursionError, RuntimeError), [ValueError("q")], str(ValueError()), repr(KeyError("k")), repr(ValueError(1, 2)))
def deep(n): return deep(n + 1)
try: deep(0)
except RecursionError as e: print("deep", "maximum recursion depth exceeded" in str(e))
