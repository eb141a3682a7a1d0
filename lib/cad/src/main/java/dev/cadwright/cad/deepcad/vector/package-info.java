/**
 * The vector form of DeepCAD (Wu, Xiao and Zheng, 2021): a sketch-and-extrude program as rows of 17 whole numbers from 0
 * to 255, which is what that model reads and writes.
 */
package dev.cadwright.cad.deepcad.vector;
