def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw
print(f(1), f(1, 5), f(1, 2, 3, 4), f(1, c=9), f(a=1, b=0), f(1, 2, 3, c=4, d=5, e=6), f(*[1, 2, 3], **{"c": 1, "z": 2}))
def g(a, /, b, *, c): return a + b + c
print(g(1, 2, c=3), g(1, b=2, c=3))
def h(x, acc=[]):
    acc.append(x); return acc
print(h(1), h(2), h(3, []))
def outer(n):
    total = 0
    def add(v):
        nonlocal total
        total += v
        return total
    def get(): return total
    for i in range(n): add(i)
    return add, get
add, get = outer(4); print(get(), add(10), get())
fs = [lambda: i for i in range(3)]; print([q() for q in fs]); fs = [lambda i=i: i for i in range(3)]; print([q() for q in fs])
x = 10
def shadow():
    x = 20
    def inner(): return x
    return inner()
def use_global():
    global x, made
    x += 1; made = "made"
    return x
print(shadow(), x, use_global(), x, made)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n, memo={}):
    if n in memo: return memo[n]
    if n < 2: return n
    memo[n] = fib(n - 1) + fib(n - 2); return memo[n]
print(fact(20), fib(50), fact(30))
def nothing(): pass
def early(v):
    for i in range(10):
        if i == v: return i
    else:
        return "none"
print(nothing(), early(3), early(50), (lambda *a, **k: (a, k))(1, z=2), (lambda: None)())
def deco(fn):
    def wrapper(*a, **k):
        print("call", fn.__name__, a, k)
        return fn(*a, **k)
    return wrapper
@deco
def decorated(a, b=1): return a * b
print(decorated(3, b=4))
def repeat(n):
    def wrap(fn): return lambda *a: [fn(*a) for _ in range(n)]
    return wrap
@repeat(3)
def one(v): return v
print(one(7))
def gen(n):
    i = 0
    while i < n:
        yield i
        i += 1
    return "over"
def fibs():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
import itertools
print(list(gen(4)), sum(gen(5)), list(itertools.islice(fibs(), 10)), [v for v in gen(3)], next(gen(1)), dict(enumerate(gen(2))))
def chainy():
    yield from gen(2)
    yield from "ab"
    for i in range(2):
        if i: continue
        yield ("pair", i)
    else:
        yield "else"
    try:
        yield "try"
        raise ValueError("in")
    except ValueError as e:
        yield str(e)
    finally:
        yield "finally"
print(list(chainy()))
gg = (v * v for v in range(4)); print(next(gg), list(gg), list(gg))
def tree(n):
    if n:
        yield from tree(n - 1)
        yield n
        yield from tree(n - 1)
print(list(tree(3)))
def scope():
    result = []
    for k in range(3):
        sq = [k * j for j in range(k)]
        result.append(sq)
    return result, k
print(scope(), [k for k in range(2)])
if (n := len("abc")) > 2: print("walrus", n)
print([last := v for v in range(3)], last, any((hit := v) > 1 for v in [1, 2, 3]), hit)
def typed(a: int, b: "str" = "x", *c: float) -> list[int]:
    d: int = 3
    e: dict
    return [a, d]
print(typed(1), typed.__name__, callable(typed), callable(3))
def swap(a, b): return b, a
p, q = swap(*swap(1, 2)); print(p, q, swap(b=1, a=2))
compose = lambda *fs: (lambda v: [v := fn(v) for fn in fs][-1])
print(compose(lambda v: v + 1, lambda v: v * 2)(3))
def count_down(n):
    while n > 0:
        n -= 1
        if n == 2: continue
        if n == 0: break
        print(n, end=" ")
    else:
        print("never")
    print("done")
count_down(5)
print((lambda a, b=2: a + b)(1), (lambda a: lambda b: a * b)(3)(4), sorted([3, 1], key=lambda v: -v))
