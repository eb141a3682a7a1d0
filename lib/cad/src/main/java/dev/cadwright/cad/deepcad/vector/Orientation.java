package dev.cadwright.cad.deepcad.vector;

import dev.cadwright.geometry.Frame;
import dev.cadwright.geometry.Vector3;

/**
 * A plane's direction by three angles: the polar angle and the azimuth of its normal, and how far its x axis is turned
 * about the normal from where those two turns bring the x axis of space.
 */
record Orientation(double theta, double phi, double gamma) {
    static Orientation of(Frame plane, PolarAngles angles) {
        double[] polar = polar(plane.normal(), angles);
        Vector3 reference = reference(polar[0], polar[1]);
        Vector3 xAxis = plane.xAxis();
        double gamma =
                switch (angles) {
                    case FAITHFUL -> {
                        double size = Math.acos(rounded(xAxis.dot(reference)));
                        yield reference.cross(xAxis).dot(plane.normal()) < 0 ? -size : size;
                    }
                    case CORRECTED ->
                        Math.atan2(cleaned(reference.cross(xAxis).dot(plane.normal())), cleaned(xAxis.dot(reference)));
                };
        return new Orientation(polar[0], polar[1], gamma);
    }

    /** A direction as it comes back from its polar angles. */
    static Vector3 throughPolar(Vector3 direction, PolarAngles angles) {
        double[] polar = polar(direction, angles);
        return direction(polar[0], polar[1]);
    }

    Vector3 normal() {
        return direction(theta, phi);
    }

    Vector3 xAxis() {
        Vector3 reference = reference(theta, phi);
        return reference.times(Math.cos(gamma)).plus(normal().cross(reference).times(Math.sin(gamma)));
    }

    private static double[] polar(Vector3 direction, PolarAngles angles) {
        double x = rounded(direction.x());
        double y = rounded(direction.y());
        double z = rounded(direction.z());
        double theta = Math.acos(z / Math.sqrt(x * x + y * y + z * z));
        double phi =
                switch (angles) {
                    case FAITHFUL -> Math.atan(y / (x + 1e-15));
                    case CORRECTED -> Math.atan2(y, x);
                };
        return new double[] {theta, phi};
    }

    private static Vector3 direction(double theta, double phi) {
        return new Vector3(Math.sin(theta) * Math.cos(phi), Math.sin(theta) * Math.sin(phi), Math.cos(theta));
    }

    /** The x axis of space, turned by theta about y and then by phi about z. */
    private static Vector3 reference(double theta, double phi) {
        double out = Math.cos(theta);
        return new Vector3(out * Math.cos(phi), out * Math.sin(phi), -Math.sin(theta));
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e6) / 1e6 + 0.0;
    }

    /** Rounding errors about zero would choose between a half turn and its negative. */
    private static double cleaned(double value) {
        return Math.abs(value) < 1e-12 ? 0 : value;
    }
}
