/** Models rewritten in folders: adapters merged, weights quantised. */
package dev.cadwright.cli.local.rewrite;
