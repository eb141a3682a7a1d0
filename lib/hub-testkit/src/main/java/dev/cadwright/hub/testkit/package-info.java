/** A hub on this machine for tests. Python's {@code huggingface_hub} can pull from it and push to it. */
package dev.cadwright.hub.testkit;
