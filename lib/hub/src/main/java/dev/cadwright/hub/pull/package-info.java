/** Brings models from a hub into the cache: what to fetch, in ranges, several at once, checked before it has a name. */
package dev.cadwright.hub.pull;
