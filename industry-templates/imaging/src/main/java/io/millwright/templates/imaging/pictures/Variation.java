package io.millwright.templates.imaging.pictures;

import java.util.ArrayList;
import java.util.List;

/** One change of an image. */
public record Variation(
        double angle,
        double zoom,
        double right,
        double down,
        boolean mirrored,
        boolean turned,
        double contrast,
        double brightness,
        double gamma,
        double noise) {

    /** The image as it is. */
    public static final Variation NONE = new Variation(0, 1, 0, 0, false, false, 1, 0, 1, 0);

    private static final double CLOSER = 1.06;
    private static final double TILT = Math.toRadians(4);

    /** The views that a prediction is the mean of: as it is, mirrored where that is allowed, a little closer, a little tilted. */
    public static List<Variation> views(int count, boolean mirrored) {
        List<Variation> views = new ArrayList<>();
        for (Variation view : List.of(NONE, NONE.posed(0, CLOSER), NONE.posed(TILT, 1))) {
            views.add(view);
            if (mirrored) {
                views.add(view.mirror());
            }
        }
        return List.copyOf(views.subList(0, Math.min(count, views.size())));
    }

    private Variation posed(double newAngle, double newZoom) {
        return new Variation(newAngle, newZoom, 0, 0, mirrored, turned, 1, 0, 1, 0);
    }

    private Variation mirror() {
        return new Variation(angle, zoom, right, down, !mirrored, turned, contrast, brightness, gamma, noise);
    }
}
