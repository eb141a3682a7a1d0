points = [[0, 0], [10, 0], [12, 10], [6, 22], [6, 28], [0, 28]];
difference() {
    rotate_extrude($fn = 40) polygon(points);
    translate([0, 0, 1]) rotate_extrude($fn = 40) offset(delta = -1) polygon(points);
}
hull() { translate([20, 0, 0]) sphere(3, $fn = 12); translate([30, 5, 4]) cube(3); }
