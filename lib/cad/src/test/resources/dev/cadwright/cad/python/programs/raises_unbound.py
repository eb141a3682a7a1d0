def f():
    total += 1
    return total

f()
