/** Whether a dataset is what its manifest says, and what is in it. */
package dev.cadwright.dataset.check;
