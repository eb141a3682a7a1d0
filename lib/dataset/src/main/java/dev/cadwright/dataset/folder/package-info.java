/** A dataset as a folder of this machine: its artifacts, and a small file that says which of them count. */
package dev.cadwright.dataset.folder;
