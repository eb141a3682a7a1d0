import math, random, itertools as it, functools, copy
from math import sin, cos, pi, sqrt, radians, degrees, hypot, atan2
from functools import reduce, partial
def r(*v): print(*[round(x, 12) if isinstance(x, float) else x for x in v])
r(sin(1), cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(2), atan2(-1, -2), sqrt(2), radians(90), degrees(pi), hypot(3, 4), hypot(1, 2, 2), math.exp(1), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log10(2))
r(math.floor(2.7), math.ceil(2.1), math.floor(-2.7), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.gcd(12, 18, 27), math.lcm(4, 6), math.factorial(10), math.comb(10, 3), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3, 4]), math.dist((0, 0), (3, 4)))
r(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isnan(math.nan), math.isinf(math.inf), math.isfinite(1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.modf(3.25), math.frexp(10.0), math.ldexp(0.5, 3), math.fsum([0.1] * 10), math.cbrt(27.0), math.exp2(3.0), math.expm1(1e-5), math.log1p(1e-5), math.erf(0.5), math.gamma(5), math.gamma(0.5), math.lgamma(10), math.erfc(0.5), math.tau, math.e, math.ulp(1.0), math.pow(2, 0.5), math.log(10**400))
for f in [lambda: sqrt(-1), lambda: math.log(0), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: sin("a"), lambda: math.floor(math.inf), lambda: math.pow(0, -1), lambda: sin()]:
    try: f()
    except Exception as e: print(type(e).__name__, e if "takes" not in str(e) and "missing" not in str(e) else "arguments")
random.seed(42)
print(random.random(), random.randint(1, 100), random.uniform(-1, 1), random.choice("abcdef"), random.randrange(0, 100, 5), random.gauss(0, 1), random.gauss(0, 1), random.getrandbits(70))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.sample(list("abc"), 2), random.choices([1, 2, 3], k=4), random.choices("ab", weights=[1, 9], k=5), random.triangular(0, 1), round(random.normalvariate(0, 1), 12), round(random.expovariate(2), 12))
random.seed(2**70); print(random.random()); rng = random.Random(7); print(rng.random(), rng.randint(0, 9)); random.seed(-5); print(random.random()); random.seed(0); print([random.randint(0, 1000) for _ in range(700)][-1])
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.permutations([1, 2, 3], 2)), list(it.combinations("abc", 2)), list(it.combinations_with_replacement("ab", 2)), list(it.chain([1], "a")), list(it.chain.from_iterable([[1], [2]])), list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], lambda a, b: a * b)), list(it.zip_longest([1, 2], [3], fillvalue=0)))
print(list(it.islice(it.count(5, 2), 3)), list(it.repeat(1, 3)), list(it.islice(it.cycle("ab"), 5)), list(it.takewhile(lambda v: v < 3, range(9))), list(it.dropwhile(lambda v: v < 3, range(5))), list(it.pairwise([1, 2, 3])), list(it.starmap(pow, [(2, 3)])), [(k, list(g)) for k, g in it.groupby("aabbb")], list(it.islice("abcdef", 1, None, 2)), list(it.filterfalse(None, [0, 1])), len(list(it.permutations(range(5)))))
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [3, 9, 2], 5), partial(pow, 2)(5), partial(int, base=2)("101"), functools.cmp_to_key(lambda a, b: b - a) and sorted([1, 3, 2], key=functools.cmp_to_key(lambda a, b: b - a)))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(80))
@functools.wraps(fib)
def other(): return 1
print(other())
a = [1, [2, 3], {"k": [4]}]; b = copy.copy(a); c = copy.deepcopy(a); a[1].append(9); a[2]["k"].append(5); print(a, b, c)
from typing import List, Optional, Tuple, Dict, Union, Callable
Vec = Tuple[float, float]
def f(v: Vec, o: Optional[List[int]] = None) -> Union[int, str]: return v[0]
print(f((1, 2)), isinstance(3, int | str), isinstance("a", (int, str)))
