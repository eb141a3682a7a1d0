/** What the pools of mesh workers share: where their program is, and how meshes cross their pipes. */
package dev.cadwright.kernel.mesh;
