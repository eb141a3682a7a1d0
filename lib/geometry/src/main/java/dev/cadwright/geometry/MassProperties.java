package dev.cadwright.geometry;

/** Volume and first moment of a closed mesh: the sum of the signed tetrahedra between a point and each triangle. */
record MassProperties(double volume, Vector3 moment, Vector3 origin) {
    static MassProperties of(Mesh mesh, Vector3 origin) {
        double sixfold = 0;
        Vector3 moment = Vector3.ZERO;
        for (int t = 0; t < mesh.triangleCount(); t++) {
            Vector3 a = mesh.vertex(mesh.corner(t, 0)).minus(origin);
            Vector3 b = mesh.vertex(mesh.corner(t, 1)).minus(origin);
            Vector3 c = mesh.vertex(mesh.corner(t, 2)).minus(origin);
            double product = a.dot(b.cross(c));
            sixfold += product;
            moment = moment.plus(a.plus(b).plus(c).times(product));
        }
        return new MassProperties(sixfold / 6, moment.times(1.0 / 24), origin);
    }

    Vector3 centre() {
        if (volume == 0) {
            throw new ArithmeticException("a mesh without volume has no centre of mass");
        }
        return origin.plus(moment.times(1 / volume));
    }
}
