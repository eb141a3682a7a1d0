package dev.cadwright.cad.python.library;

import dev.cadwright.cad.python.value.HostObject;
import dev.cadwright.cad.python.value.HostType;
import dev.cadwright.cad.python.value.NoneValue;
import dev.cadwright.cad.python.value.Value;

/** What {@code property}, {@code staticmethod} and {@code classmethod} put into a class. */
public sealed interface Descriptor extends HostObject {
    /** A computed attribute; the setter is None for a read-only one. */
    record Property(Value getter, Value setter) implements Descriptor {
        static final HostType TYPE = HostType.named("property", Property.class)
                .constructor(
                        "fget=None, fset=None, fdel=None, doc=None",
                        call -> new Property(call.value("fget"), call.value("fset")))
                .method("getter", "function, /", (self, call) -> new Property(call.at(0), self.setter()))
                .method("setter", "function, /", (self, call) -> new Property(self.getter(), call.at(0)))
                .unsupported("deleter", "")
                .build();

        public Property(Value getter) {
            this(getter, NoneValue.NONE);
        }

        @Override
        public HostType type() {
            return TYPE;
        }
    }

    /** A function that is not bound. */
    record StaticMethod(Value function) implements Descriptor {
        static final HostType TYPE = HostType.named("staticmethod", StaticMethod.class)
                .constructor("function, /", call -> new StaticMethod(call.at(0)))
                .build();

        @Override
        public HostType type() {
            return TYPE;
        }
    }

    /** A function that is bound to the class. */
    record ClassMethod(Value function) implements Descriptor {
        static final HostType TYPE = HostType.named("classmethod", ClassMethod.class)
                .constructor("function, /", call -> new ClassMethod(call.at(0)))
                .build();

        @Override
        public HostType type() {
            return TYPE;
        }
    }
}
