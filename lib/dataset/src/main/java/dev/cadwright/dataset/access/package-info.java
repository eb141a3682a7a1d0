/** Reading and writing a whole dataset: its manifest and its shards together. */
package dev.cadwright.dataset.access;
