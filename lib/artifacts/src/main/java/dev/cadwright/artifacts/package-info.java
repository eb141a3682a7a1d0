/** Immutable blobs named by their SHA-256. */
package dev.cadwright.artifacts;
