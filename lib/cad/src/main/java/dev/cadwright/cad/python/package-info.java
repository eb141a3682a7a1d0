/**
 * A Python subset for programs that models wrote: read, run and bounded, without executing Python. It knows nothing of
 * CAD; a language on top of it brings modules and objects.
 *
 * <p><b>Entry points.</b> {@link dev.cadwright.cad.python.syntax.PythonParser#parse} gives a tree or diagnostics;
 * {@link dev.cadwright.cad.python.interpret.Interpreter#run} runs the tree with a
 * {@link dev.cadwright.cad.python.interpret.Host} and a {@link dev.cadwright.cad.python.interpret.Budget} and gives a
 * sealed {@link dev.cadwright.cad.python.interpret.Outcome}: finished with the program's variables, raised, unsupported
 * or exhausted. Neither throws, whatever the text.
 *
 * <p><b>Bringing an API.</b> A class is a {@link dev.cadwright.cad.python.value.HostType}, written as a table whose
 * parameters are Python text; its objects implement {@link dev.cadwright.cad.python.value.HostObject}:
 *
 * <pre>{@code
 * record Vector(double x, double y, double z) implements HostObject {
 *     static final HostType TYPE = HostType.named("Vector", Vector.class)
 *             .constructor("x=0, y=0, z=0", call -> new Vector(call.number("x"), call.number("y"), call.number("z")))
 *             .property("x", self -> new FloatValue(self.x()))
 *             .method("dot", "other", (self, call) -> new FloatValue(
 *                     self.dot(call.instance("other", Vector.class, "Vector"))))
 *             .unsupported("toPnt", "there is no kernel object behind a vector")
 *             .build();
 *
 *     public HostType type() {
 *         return TYPE;
 *     }
 * }
 * }</pre>
 *
 * A free function is {@link dev.cadwright.cad.python.value.HostFunction#of}; a module a
 * {@link dev.cadwright.cad.python.value.ModuleValue} of functions, types and constants. Arguments come bound
 * ({@link dev.cadwright.cad.python.value.Arguments}) with Python's own messages when they do not fit; typed accessors
 * convert them. The place of the call is {@code arguments.span()}; what belongs to one run (a recorder of operations)
 * is {@code arguments.runtime().state(Recorder.class, Recorder::new)}, so tables are static and shared by all runs; a
 * recorder that the caller of the run wants to read afterwards is brought with
 * {@link dev.cadwright.cad.python.interpret.Host#keeping}.
 *
 * <p><b>Calling back.</b> {@code arguments.runtime().call(function, List.of(argument))} calls a lambda or any other
 * callable; the runtime also iterates, compares and prints values as Python does.
 *
 * <p><b>Failing.</b> A host raises Python's exceptions by throwing
 * {@link dev.cadwright.cad.python.value.PythonError} (the program may catch them), ends the run with
 * {@link dev.cadwright.cad.python.value.UnsupportedConstruct} for what it knows and does not execute, and with
 * {@link dev.cadwright.cad.python.value.BudgetExhausted} when a bound of its own is reached. Long work and large results
 * are charged through {@link dev.cadwright.cad.python.value.Runtime#step} and
 * {@link dev.cadwright.cad.python.value.Runtime#allocate} before they are done.
 */
package dev.cadwright.cad.python;
