import numpy as np
m = np.array([[3.0, 1, 2], [9, 8, 7]])
print(np.sort(m).tolist(), np.sort(m, axis=0).tolist(), np.sort([3, 1, 2]).tolist(), np.sort(m, axis=None).tolist())
print(np.diff(m).tolist(), np.diff(m, axis=0).tolist(), np.diff([1, 4, 9], n=2).tolist(), np.diff([5]).tolist())
print(np.eye(2).tolist(), np.identity(3).tolist(), np.eye(2, 3, 1).tolist(), np.eye(3, k=-1).tolist())
def raised(work):
    try: work()
    except Exception as error: print(isinstance(error, (ValueError, TypeError, IndexError)), end=" ")
    else: print("nothing", end=" ")
raised(lambda: np.sort(m, axis=2)); raised(lambda: np.sum(m, axis=5)); raised(lambda: np.concatenate([m, [1.0, 2, 3]]))
raised(lambda: np.zeros(-1)); raised(lambda: np.array([1, 2])[np.array([True])]); print()
a = np.array([[0.0, 0, 0], [1, 1, 1]])
for p in a: p[2] += 1
row = a[0]; row[0] = 7; a[1][1] = 8
print(a.tolist(), row.tolist())
a[0, 2] = 5; print(row.tolist())
for p in a: p += 1
column = a[:, 0]; column *= 2; a[:, 1:][0, 0] = -1; a.T[2, 1] = -2
print(a.tolist(), column.tolist(), a.T.tolist(), a[::-1].tolist(), a[:, ::-1].tolist())
v = np.arange(6); w = v.reshape(2, 3); w[1, 0] = 30; v[1:3] = 9; f = w.flatten(); f[0] = 100; r = w.ravel(); r[5] = 50
t = w.T.ravel(); t[0] = 77
print(v.tolist(), w.tolist(), f.tolist(), t.tolist())
b = v; b += 1; c = np.asarray(v); c[0] = 11; d = np.array(v); d[0] = 12; e = v[[0, 1]]; e[0] = 13; g = v[v > 3]; g[0] = 14
print(v.tolist(), b is v)
v[1:] = v[:-1]; print(v.tolist())
v[0] = 2.9; v.fill(3.7); print(v.tolist(), int(v.sum()))
k = np.array([[3, 1], [2, 4]]); k.sort(); k[1].sort(); print(k.tolist(), int(k[:, 1].sum()), float(k[1].mean()), (k[0] + k[:, 0]).tolist(), (k @ k[1]).tolist(), round(float(np.linalg.norm(k[:, 0])), 9))
i = np.array([1, 2])
try: i += 0.5
except TypeError: print("no", i.tolist())
i *= 2; print(i.tolist(), np.inner(k, [[1, 0], [1, 1]]).tolist(), int(np.vdot(k, k)), float(np.median(m[:, 1])), np.concatenate([m[:, 0], m[0]]).tolist())
print(np.where(m > 2, m, 0)[:, 0].tolist(), np.column_stack([m[0], m.T]).tolist(), m.T.reshape(2, 3).tolist(), m.T.copy().tolist(), np.array_equal(m, m.T.T), bool(2 in m[0]), bool(9.0 in m))
