width = 40; // [10:100]
wall = 2;
module shell(size, wall) {
    difference() {
        cube(size, center = true);
        translate([0, 0, wall]) cube([size[0] - 2 * wall, size[1] - 2 * wall, size[2]], center = true);
    }
}
shell([width, 30, 20], wall);
for (x = [-1, 1], y = [-1, 1]) translate([x * width / 4, y * 8, -10]) cylinder(h = 4, r1 = 3, r2 = 2, $fn = 24);
