package dev.cadwright.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadwright.gateway.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CursorTest {
    @Property
    void comesBackAsItWent(@ForAll long high, @ForAll long low) {
        var id = new UUID(high, low);
        assertThat(Cursor.decode(Cursor.encode(id))).isEqualTo(id);
    }

    @Property
    void anythingElseIsRefused(@ForAll String text) {
        if (text.length() != 22) {
            assertThatThrownBy(() -> Cursor.decode(text)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aPageThatPassesOverRowsStillGoesOn() {
        var rows = List.of(new UUID(0, 3), new UUID(0, 2), new UUID(0, 1));
        var page = Cursor.page(rows, 2, id -> id, id -> Optional.<UUID>empty());
        assertThat(page.data()).isEmpty();
        assertThat(Cursor.decode(page.next())).isEqualTo(new UUID(0, 2));
    }
}
