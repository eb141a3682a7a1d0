$fn = 32;
function wave(i) = 12 + 2 * sin(i * 45);
difference() {
    union() {
        linear_extrude(height = 8, twist = 30, slices = 8)
            polygon([for (i = [0 : 15]) [wave(i) * cos(i * 22.5), wave(i) * sin(i * 22.5)]]);
        translate([0, 0, 8]) scale([1, 1, 0.4]) sphere(10);
    }
    translate([0, 0, -1]) cylinder(h = 7, d = 6.2);
}
