import math
pi = math.pi
for spec in ["", ".2f", "8.3f", "<10.2f", ">10.2f", "^10.2f", "+.1f", " .1f", "010.3f", ".0f", "#.0f", "e", ".3e", ".0e", "E", "g", ".3g", ".10g", "G", "%", ".1%", ",.2f", "_.2f", "n", "*^12.4f", "=+10.2f", ".3", "10", "z<10"]:
    print(spec, "|", *[format(v, spec) for v in [pi, -pi, 0.0, -0.0, 1e10, 1234567.891, 1e-7, 1e22, 0.5, 2.5, 100.0]], sep=" ; ")
for spec in ["", "d", "5", "<5d", "^7", "05", "+", " d", ",", "_", "b", "#b", "o", "#o", "x", "X", "#x", "#X", "08b", "#010x", "c", "e", ".2f", "%", "g", "_b", ",d", "*>8", "=+8"]:
    values = [65, 97] if spec == "c" else [0, 7, -7, 255, 1234567, -1234567]
    print(spec, "|", *[format(v, spec) for v in values], sep=" ; ")
for spec in ["", "s", "10", "<10", ">10", "^10", ".2", "*^10.3", "é>6"]:
    print(spec, "|", format("hello", spec), "|", format("a", spec), "|")
print(f"{pi:.2f} {pi!r} {'x'!r:>6} {'y'!s} {3 + 4} {[1, 2]} {{}} {pi:{10}.{3}f} {'a' 'b'} {1 if pi else 2}")
w = 12; p = 4
print(f"{pi:{w}.{p}f}|{'name':<{w}}|{42:0{w}d}|{pi=}|{pi = :.2f}|{w!r:>5}")
print(f'{"nested " + f"{w:03}"}', rf"\d{w}\n", f"{w:>{w}}", f"{'a,b'.split(',')[0]}", f"{ {'k': 1}['k'] }", f"{(lambda x: x * 2)(4)}")
print("%d %i %5d|%-5d|%05d|%+d|% d" % (3, 4, 5, 6, 7, 8, 9))
print("%f %.2f %8.3f|%-8.1f|%08.2f|%e|%.1e|%g|%G" % (pi, pi, pi, pi, pi, pi, 12345.678, 1e-5, 1e20))
print("%s %r %5s|%-5s|%.2s|%%|%c%c" % ("a", "b", "c", "d", "efg", 65, "z"))
print("%x %X %o %#x %#o" % (255, 255, 8, 255, 8), "%(a)s-%(b)03d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1], "%*d" % (5, 3))
print("{} {} {}".format(1, "a", 2.5), "{1} {0}".format("a", "b"), "{a} {b:>4}".format(a=1, b=2), "{0[1]} {1[k]} {2.real}".format([1, 2], {"k": 3}, 4))
print("{:>{}}|{:{w}.{p}f}".format("x", 5, pi, w=8, p=2), "{!r:>5}".format("a"), "{{}}".format(), "{:,}".format(1234567))
print(str(1.0), str(None), str([1, "a", (2,), {"k": 1.5}, {3}, None, True]), repr("it's"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\\x00é\u200b"))
print(repr((1,)), repr(()), repr([]), repr({}), repr(set()), repr(frozenset({1})), repr(range(3)), repr(range(1, 5, 2)), repr(slice(1, None)))
print(ascii("é€😀"), format(True), format(True, "d"), format(None), format([1]), f"{None}", f"{True:>6}")
print(format(12345678901234567890, ","), format(2**70, "x"), format(-3.7, ".0f"), format(0.5, ".0f"), format(1.5, ".0f"), format(1e16, "f"))
print(f"{1e-4} {1e-5} {123456789.0} {1e15} {1e16:g} {0.00001234:g} {1234567.0:g} {100000.0:g} {1e6:g} {1e5:.3}")
print(f"{float('inf'):.2f} {float('nan'):5} {float('-inf'):>8} {float('inf'):%} {float('inf'):E}")
