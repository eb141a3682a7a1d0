/** What runs in the child JVMs, on a class path of its own. Nothing outside them may refer to these classes. */
package dev.cadwright.embedded.child;
