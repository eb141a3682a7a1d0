/** The kernel's pool as a bean. */
package dev.cadwright.kernel.quarkus;
