/** What models wrote for the samples of a dataset, as files of JSON Lines. */
package dev.cadwright.dataset.prediction;
