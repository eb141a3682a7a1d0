/**
 * Models of a hub that speaks the Hugging Face hub's HTTP protocol: where it is, what its repositories are called, and
 * what can go wrong. {@link dev.cadwright.hub.pull} brings models here, {@link dev.cadwright.hub.push} takes them there,
 * {@link dev.cadwright.hub.cache} is where they lie.
 */
package dev.cadwright.hub;
