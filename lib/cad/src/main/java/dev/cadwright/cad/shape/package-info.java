/**
 * Shapes as expressions. A {@link dev.cadwright.cad.shape.Shape} says how a shape is made from others: the kernel
 * executes it, the languages build it. The nodes are immutable and may be shared, so that a program is a graph in which
 * every node is executed once, and only if something asks for it; two nodes are the same shape only if they are the same
 * object ({@code ==}).
 *
 * <p>Some languages must look at a shape before they go on (which face is highest?). They ask a
 * {@link dev.cadwright.cad.shape.Modeller}, which the kernel implements; everything else stays unexecuted, which lets
 * the kernel do several steps in one.
 *
 * <p>Lengths have no unit, angles are in degrees, directions need no length of one. What a node means follows the
 * operation of OCCT that its documentation names, so that results agree with tools that use it directly.
 */
package dev.cadwright.cad.shape;
