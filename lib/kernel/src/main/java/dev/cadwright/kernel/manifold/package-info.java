/** Booleans, hulls, Minkowski sums and exact overlap of closed meshes, in a pool of Manifold workers. */
package dev.cadwright.kernel.manifold;
