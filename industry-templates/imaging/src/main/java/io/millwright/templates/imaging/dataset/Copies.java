package io.millwright.templates.imaging.dataset;

import io.millwright.templates.learning.images.PerceptualHash;
import io.millwright.templates.learning.images.Pixels;
import java.util.HashMap;
import java.util.Map;

/** Finds images that are (nearly) the same, so that they are kept on one side of every split. */
public final class Copies {

    private static final int BAND = 16;
    private static final int MOST_IN_BAND = 50;

    private Copies() {}

    /** For each row the first row that it is a copy of; its own number without one. */
    public static int[] find(Pictures pictures) {
        int count = pictures.values().length;
        int[] first = new int[count];
        PerceptualHash[] hashes = new PerceptualHash[count];
        Map<Long, java.util.List<Integer>> bands = new HashMap<>();
        for (int row = 0; row < count; row++) {
            first[row] = row;
            if (!pictures.readable(row)) {
                continue;
            }
            Pixels grey = pictures.pixels(row).grey();
            hashes[row] = PerceptualHash.of(grey);
            for (int band = 0; band < PerceptualHash.BITS / BAND; band++) {
                long key = (long) band << BAND | hashes[row].bits(band * BAND, BAND);
                var met = bands.computeIfAbsent(key, none -> new java.util.ArrayList<>());
                for (int other : met) {
                    if (first[other] < first[row] && hashes[row].like(hashes[other])) {
                        first[row] = first[other];
                    }
                }
                if (met.size() < MOST_IN_BAND) {
                    met.add(row);
                }
            }
        }
        return first;
    }
}
