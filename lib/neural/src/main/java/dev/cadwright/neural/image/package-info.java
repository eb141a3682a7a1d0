/** Pictures as vision models want them: resized, cropped and normalised as the processors of transformers do it. */
package dev.cadwright.neural.image;
