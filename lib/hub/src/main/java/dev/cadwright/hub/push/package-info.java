/** Takes models to a hub: small files in the commit, large ones to its storage first. */
package dev.cadwright.hub.push;
