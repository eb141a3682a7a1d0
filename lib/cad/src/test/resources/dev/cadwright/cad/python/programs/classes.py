class Point:
    dimension = 2
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Point(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return Point(self.x * k, self.y * k) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __neg__(self): return Point(-self.x, -self.y)
    def __eq__(self, o): return isinstance(o, Point) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __lt__(self, o): return self.x < o.x
    def __repr__(self): return f"Point({self.x}, {self.y})"
    def __str__(self): return f"<{self.x}, {self.y}>"
    def __len__(self): return 2
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __iter__(self): yield self.x; yield self.y
    def __contains__(self, v): return v in (self.x, self.y)
    def __call__(self, k): return self * k
    def __bool__(self): return bool(self.x or self.y)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __format__(self, spec): return f"P[{spec}]"
    @property
    def length(self): return abs(self)
    @property
    def first(self): return self.x
    @first.setter
    def first(self, v): self.x = v * 10
    @staticmethod
    def origin(): return Point()
    @classmethod
    def of(cls, t): return cls(*t)
p = Point(3, 4); q = Point(1, 2)
print(p + q, p - q, p * 2, 2 * p, -p, p == Point(3, 4), p != q, q < p, sorted([p, q]), len(p), p[0], list(p), 4 in p, p(2), bool(Point()), abs(p), p.length)
p.first = 5; print(p.first, p.x, str(p), repr(p), [p], f"{p:abc}", f"{p!r}", Point.origin(), Point.of((7, 8)), Point.dimension, p.dimension, {p: 1}[Point(50, 4)], len({p, Point(50, 4)}))
x, y = p; print(x, y, max(p, q), type(p).__name__, isinstance(p, Point), isinstance(p, object), hasattr(p, "x"), hasattr(p, "zz"), getattr(p, "y"), getattr(p, "zz", 0)); setattr(p, "z", 9); print(p.z); p += q; print(p)
class Base:
    count = 0
    def __init__(self, name): self.name = name; Base.count += 1; self.setup()
    def setup(self): self.kind = "base"
    def describe(self): return f"{self.name}:{self.kind}:{self.area()}"
    def area(self): raise NotImplementedError("area")
class Square(Base):
    def __init__(self, side):
        super().__init__("square"); self.side = side
    def setup(self): super().setup(); self.kind += "+square"
    def area(self): return self.side ** 2
class Cube(Square):
    def area(self): return 6 * super().area()
print(Square(3).describe(), Cube(2).describe(), Base.count, issubclass(Cube, Base), isinstance(Cube(1), Square), Cube.count)
try: Base("b").describe()
except NotImplementedError as e: print("NIE", e)
class A:
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super().who()
class C(A):
    def who(self): return "C" + super().who()
class D(B, C):
    def who(self): return "D" + super().who()
print(D().who(), B().who())
class MyError(ValueError):
    def __init__(self, code, message="m"):
        super().__init__(f"{code}: {message}"); self.code = code
try: raise MyError(7)
except ValueError as e: print(type(e).__name__, e, e.code, e.args)
class Counter:
    def __init__(self, n): self.n = n; self.i = 0
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
print(list(Counter(3)), sum(Counter(4)), [a for a in Counter(2)], max(Counter(5)))
class Manager:
    def __enter__(self): print("enter"); return self
    def __exit__(self, kind, value, trace): print("exit", kind.__name__ if kind else None); return kind is KeyError
with Manager() as m: print("in")
with Manager(): raise KeyError("x")
class Stack:
    def __init__(self): self._items = []
    def push(self, v): self._items.append(v); return self
    def __setitem__(self, k, v): self._items[k] = v
    def __getitem__(self, k): return self._items[k]
    def __delitem__(self, k): del self._items[k]
    def __len__(self): return len(self._items)
    def __iadd__(self, v): self.push(v); return self
s = Stack().push(1).push(2); s[0] = 10; s += 3; del s[1]; print(s[0], len(s), s[:], bool(Stack()))
class Config: width = 10; height = width * 2; names = [str(i) for i in range(3)]; area = lambda self: self.width * self.height
c = Config(); c.width = 5; print(Config.width, c.width, Config.height, c.names, c.area()); Config.depth = 3; print(c.depth)
from dataclasses import dataclass, field, asdict, replace
@dataclass
class Box:
    w: float
    h: float = 2.0
    tags: list = field(default_factory=list)
    def area(self): return self.w * self.h
b = Box(3); b.tags.append("t"); print(b, Box(3) == Box(3.0), Box(1, 2, ["a"]), b.area(), asdict(b), replace(b, w=9), Box(1).tags)
@dataclass(frozen=True, order=True)
class V:
    a: int
    b: int = 0
    def __post_init__(self): pass
print(V(1) < V(2), V(1) == V(1, 0), {V(1): 2}[V(1)], sorted([V(3), V(1)]), max(V(1), V(1, 5)))
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    def label(self): return self.name.lower()
print(Color.RED, Color.RED.name, Color.GREEN.value, Color(2), Color.RED == Color.RED, Color.RED is Color(1), repr(Color.RED), Color.GREEN.label(), Color["RED"], [m.name for m in Color], len(Color), isinstance(Color.RED, Color))
from collections import namedtuple, defaultdict, OrderedDict, deque
P3 = namedtuple("P3", "x y z"); t = P3(1, 2, z=3); print(t, t.x, t[1], t._replace(x=9), t == (1, 2, 3), list(t), t._asdict(), len(t), P3._fields, isinstance(t, tuple))
dd = defaultdict(list); dd["a"].append(1); dd["b"]; print(dict(dd), len(dd), OrderedDict([("a", 1)])["a"])
dq = deque([1, 2, 3]); dq.appendleft(0); dq.append(4); print(dq.popleft(), dq.pop(), list(dq), len(dq), dq[0])
