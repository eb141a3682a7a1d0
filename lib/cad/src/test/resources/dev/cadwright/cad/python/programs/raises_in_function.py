import math

def area(radius):
    if radius < 0:
        raise ValueError(f"negative radius: {radius}")
    return math.pi * radius ** 2

print(round(area(2), 6))
values = [1, 2, -3]
for value in values:
    print(round(area(value), 6))
