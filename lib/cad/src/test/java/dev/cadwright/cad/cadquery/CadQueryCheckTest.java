package dev.cadwright.cad.cadquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadwright.cad.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

class CadQueryCheckTest {
    private static List<Diagnostic> check(String... lines) {
        return CadQueryProgram.parse(String.join("\n", lines) + "\n")
                .orElseThrow()
                .check();
    }

    @Test
    void anUnknownMethodOfAChainIsFoundWithTheOneThatWasMeant() {
        // When
        List<Diagnostic> found = check("import cadquery as cq", "r = cq.Workplane().box(1, 1, 1).cutThruALl()");

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().code()).isEqualTo("reference.attribute");
        assertThat(found.getFirst().line()).isEqualTo(2);
        assertThat(found.getFirst().hint()).contains("cutThruAll");
    }

    @Test
    void methodsOfAVariableAndOfASketchAreFollowed() {
        // When
        List<Diagnostic> found = check(
                "import cadquery as cq",
                "w = cq.Workplane('XY')",
                "s = w.sketch().circel(3).finalize()",
                "t = w.rect(1, 2).extrud(3)");

        // Then
        assertThat(found).extracting(Diagnostic::line).containsExactly(3, 4);
    }

    @Test
    void anUnknownKeywordAndAnUnsupportedMethodAreFound() {
        // When
        List<Diagnostic> found = check(
                "import cadquery as cq",
                "r = cq.Workplane().box(1, 1, 1, centred=True)",
                "a = cq.Assembly().constrain('a', 'Fixed')");

        // Then
        assertThat(found).extracting(Diagnostic::code).containsExactly("reference.argument", "unsupported.cadquery");
    }

    @Test
    void aModuleThatIsNotThereIsFound() {
        // When
        List<Diagnostic> found = check("import ezdxf", "import math", "from cadquery import Workplne");

        // Then
        assertThat(found).extracting(Diagnostic::code).containsExactly("unsupported.import", "reference.attribute");
    }

    @Test
    void aModuleOfPythonThatIsNotExecutedIsFoundWhereItIsUsed() {
        assertThat(check("import os, re", "from json import dumps", "x = 1")).isEmpty();
        assertThat(check("import os, re", "x = 1", "os.system('id')"))
                .singleElement()
                .satisfies(diagnostic -> {
                    assertThat(diagnostic.code()).isEqualTo("unsupported.import");
                    assertThat(diagnostic.line()).isEqualTo(3);
                });
    }

    @Test
    void whatAFunctionIsGivenIsNotGuessed() {
        // When
        List<Diagnostic> found = check(
                "import cadquery as cq", "w = cq.Workplane()", "def f(w):", "    return w.anything()", "x = f(3)");

        // Then
        assertThat(found).isEmpty();
    }
}
