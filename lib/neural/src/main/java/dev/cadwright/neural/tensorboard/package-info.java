/** Event files that TensorBoard shows. */
package dev.cadwright.neural.tensorboard;
