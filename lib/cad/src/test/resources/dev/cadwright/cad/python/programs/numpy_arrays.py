import numpy as np
from numpy import linalg
def show(*values):
    for v in values:
        if isinstance(v, np.ndarray): v = v.tolist()
        elif isinstance(v, tuple): v = [float(x) for x in v]
        if isinstance(v, (list,)): print(np_round(v), end=" ")
        else: print(round(float(v), 9), end=" ")
    print()
def np_round(v):
    if isinstance(v, list): return [np_round(x) for x in v]
    return round(v, 9) if isinstance(v, float) else v
show(np.linspace(0, 1, 5), np.linspace(0, 1, 4, endpoint=False), np.arange(5), np.arange(1, 2, 0.25), np.arange(10, 0, -3), np.zeros(3), np.ones((2, 2)), np.full(2, 7), np.eye(2), np.zeros((2, 3), dtype=int))
a = np.array([1, 2, 3]); b = np.array([4.0, 5, 6]); m = np.array([[1, 2], [3, 4]])
show(a + b, a * 2, 2 - a, a / 2, a // 2, a % 2, a ** 2, -a, b / a, a + [1, 1, 1], m + 1, m * m, m @ m, m.T, m + np.array([10, 20]), m * np.array([[1], [2]]))
show(np.dot(a, b), a @ b, a.dot(b), np.cross([1, 0, 0], [0, 1, 0]), np.outer([1, 2], [3, 4]), m @ np.array([1, 1]), np.linalg.norm([3, 4]), np.linalg.norm(m, axis=1), linalg.det(m), np.linalg.inv(m), np.linalg.solve(m, [1, 2]))
show(np.sin(np.pi / 6), np.cos(np.array([0, np.pi])), np.sqrt(16), np.sqrt([1, 4]), np.radians(180), np.deg2rad([0, 90]), np.degrees(np.pi), np.hypot(3, 4), np.arctan2(1, 1), np.arcsin(1), np.exp(1), np.log(np.e), np.floor(2.7), np.ceil([1.2]), np.abs(-3), np.abs([-1, 2]), np.sign(-2.0))
show(a.sum(), a.mean(), a.min(), a.max(), np.sum(m), m.sum(axis=0), m.sum(axis=1), np.mean(b), np.std(b), np.var(b), np.median([3, 1, 2]), np.prod(a), np.cumsum(a), np.diff([1, 4, 9]), np.argmax(b), a.argmin(), np.max(m, axis=0), np.ptp(b))
print(a.shape, m.shape, len(a), len(m), m.ndim, m.size, a.tolist(), m.tolist(), [int(x) for x in a], m[1, 0], m[0].tolist(), m[:, 1].tolist(), a[-1], a[1:].tolist(), a[::-1].tolist(), a[a > 1].tolist(), (a > 1).tolist(), (a == 2).tolist(), bool(np.any(a > 2)), bool(np.all(a > 2)), a[[0, 2]].tolist(), m[0][1])
c = np.zeros((2, 2)); c[0, 1] = 5; c[1] = [7, 8]; a2 = a.copy(); a2[0] = 99; a2[a2 == 2] = 0; print(c.tolist(), a2.tolist(), a.tolist())
show(np.concatenate([a, b]), np.vstack([a, a]), np.hstack([a, b]), np.column_stack([[1, 2], [3, 4]]), np.stack([a, a]), np.append(a, 4), m.flatten(), np.arange(6).reshape(2, 3), np.arange(6).reshape((3, -1)), np.flip(a), np.roll(a, 1), np.clip([1, 5, 9], 2, 6), np.round([1.234, 5.678], 1), np.where(a > 1, a, 0), np.interp(1.5, [1, 2], [10, 20]), np.maximum(a, 2), np.minimum([1, 5], [3, 3]), np.isclose(0.1 + 0.2, 0.3), np.allclose([1, 2], [1, 2]), np.power(2, 3), np.mod(-1, 3))
for x, y in np.array([[1.5, 2], [3, 4]]): print(float(x), float(y), end=" ")
for x, y in zip(np.linspace(0, 1, 3), np.arange(3)): print(round(float(x), 3), int(y), end=" ")
X, Y = np.meshgrid([1, 2], [3, 4]); print(X.tolist(), Y.tolist(), a.astype(float).tolist(), np.array([1.7, -1.7]).astype(int).tolist(), isinstance(a, np.ndarray), np.array_equal(a, [1, 2, 3]))
points = [(float(x), float(y)) for x, y in zip(np.cos(np.linspace(0, 2 * np.pi, 5)), np.sin(np.linspace(0, 2 * np.pi, 5)))]; print([(round(x, 6) + 0.0, round(y, 6) + 0.0) for x, y in points])
u = np.array([3.0, 4.0]); u /= np.linalg.norm(u); u += 1; print(u.tolist())
