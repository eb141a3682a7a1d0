package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;

/** {@code enum.auto()}: the number behind the one before. */
record Auto() implements HostObject {
    static final HostType TYPE = HostType.named("auto", Auto.class)
            .constructor("", call -> new Auto())
            .build();

    @Override
    public HostType type() {
        return TYPE;
    }
}
