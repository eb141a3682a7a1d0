import math
math.sine(1)
