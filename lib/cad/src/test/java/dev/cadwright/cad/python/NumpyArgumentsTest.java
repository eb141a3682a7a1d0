package dev.cadwright.cad.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumpyArgumentsTest {
    private static Diagnostic refusal(String program) {
        return Programs.run("import numpy as np\n" + program).diagnostic().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        np.zeros(3, foo=1)                      ~ foo
        np.sin(x=1)                             ~ x
        np.abs(x=1)                             ~ x
        np.add(x1=1, x2=2)                      ~ x1
        np.matmul(a=[1], b=[2])                 ~ a
        np.inner(a=[1], b=[2])                  ~ a
        np.where(condition=True, x=1, y=2)      ~ condition
        np.reshape(a=[1, 2], shape=(2, 1))      ~ a
        np.concatenate(arrays=[[1], [2]])       ~ arrays
        np.vstack(arrays=[[1], [2]])            ~ arrays
        np.meshgrid(x=[1], y=[2])               ~ x
        np.array_equal(a=[1], b=[1])            ~ a
        np.float64(x=1)                         ~ x
        np.array([1.0]).fill(value=2)           ~ value
        np.array([1.0]).sum(dimension=0)        ~ dimension
        np.linalg.norm([1], axes=0)             ~ axes
        """)
    void aKeywordThatNumpyRejectsIsATypeErrorThatNamesIt(String call, String name) {
        // When
        Diagnostic refusal = refusal(call);

        // Then
        assertThat(refusal.code()).isEqualTo("runtime.type-error");
        assertThat(refusal.message()).contains("unexpected keyword argument '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
        np.sum([[1]], keepdims=True)             ~ numpy.sum(keepdims=…)
        np.std([1, 2], ddof=1)                   ~ numpy.std(ddof=…)
        np.array([1, 2]).std(ddof=1)             ~ numpy.ndarray.std(ddof=…)
        np.append([[1]], [[2]], 0)               ~ numpy.append(axis=…)
        np.append([[1]], [[2]], axis=0)          ~ numpy.append(axis=…)
        np.linspace(0, 1, 3, retstep=True)       ~ numpy.linspace(retstep=…)
        np.arange(0, 3, dtype=float)             ~ numpy.arange(dtype=…)
        np.meshgrid([1], [2], indexing='ij')     ~ numpy.meshgrid(indexing=…)
        np.flip([[1, 2]], axis=0)                ~ numpy.flip(axis=…)
        np.sin(1, out=np.zeros(1))               ~ numpy.sin(out=…)
        np.array([[1, 2]]).transpose((1, 0))     ~ numpy.ndarray.transpose(axes)
        np.cumsum([[1, 2]], axis=0)              ~ numpy.cumsum of a matrix
        """)
    void aKeywordThatNumpyTakesAndIsNotDoneHereIsUnsupportedByName(String call, String construct) {
        // When
        Diagnostic refusal = refusal(call);

        // Then
        assertThat(refusal.isUnsupported()).as(refusal.toString()).isTrue();
        assertThat(refusal.message()).contains(construct);
    }

    @Test
    void argumentsGoByPlaceAndByNameAsInNumpy() {
        assertThat(Programs.run("""
                import numpy as np
                print(np.zeros(shape=2).tolist(), np.sum([[1, 2]], 0).tolist(), np.dot(a=[1], b=[2]), np.append([1], [2], axis=None).tolist())
                print(np.concatenate(([1], [2]), 0).tolist(), np.vstack(tup=([1], [2])).tolist(), np.clip([1, 5], a_min=2, a_max=3).tolist(), np.cumsum([1, 2], 0).tolist())
                """).printed()).isEqualTo("""
                [0.0, 0.0] [1, 2] 2 [1, 2]
                [1, 2] [[1], [2]] [2, 3] [1, 3]
                """);
    }

    @Test
    void aFlippedArrayIsAView() {
        assertThat(Programs.run("""
                import numpy as np
                v = np.arange(4)
                np.flip(v)[0] = 9
                m = np.array([[1, 2], [3, 4], [5, 6]])
                f = np.flip(m)
                f[0, 1] = 7
                print(v.tolist(), m.tolist(), f.tolist(), np.flip([]).tolist(), f.reshape(6).tolist())
                """).printed())
                .isEqualTo("[0, 1, 2, 9] [[1, 2], [3, 4], [7, 6]] [[6, 7], [4, 3], [2, 1]] [] [6, 7, 4, 3, 2, 1]\n");
    }

    @Test
    void rollingByMoreThanAllPlacesGoesRound() {
        assertThat(Programs.run("""
                import numpy as np
                print(np.roll([1, 2, 3], 10 ** 18).tolist(), np.roll([1, 2, 3], -4).tolist(), np.roll([], 5).tolist())
                """).printed()).isEqualTo("[3, 1, 2] [2, 3, 1] []\n");
    }
}
