package io.millwright.templates.forecasting.evaluation;

import java.util.List;

/**
 * How many errors would tell as much if they had nothing to do with each other. Steps that several moments looked at count once,
 * and errors of one path that lie to the same side are fewer than they seem: the effective number by the design effect (Kish
 * 1965), which is 1 for noise and the number of steps where a whole path lies above or below what came.
 */
final class Independence {

    private Independence() {}

    /**
     * The effective number of errors.
     *
     * @param origins the latest first
     * @param paths by moment, position and step
     * @param profile typical error by step
     */
    static double count(List<Origin> origins, List<double[][]> paths, double[] profile) {
        double steps = 0;
        double effects = 0;
        int judged = 0;
        int before = 0;
        for (int moment = 0; moment < origins.size(); moment++) {
            Origin origin = origins.get(moment);
            double fresh = Math.min(profile.length, origin.back() - before) / (double) profile.length;
            before = origin.back();
            for (int at = 0; at < origin.series().length; at++) {
                double sum = 0;
                double squares = 0;
                int known = 0;
                for (int step = 0; step < profile.length; step++) {
                    double came = origin.came()[at][step];
                    double path = paths.get(moment)[at][step];
                    double size = origin.units()[at].size(came, path) / profile[step];
                    if (!Double.isNaN(size)) {
                        sum += Math.copySign(size, came - path);
                        squares += size * size;
                        known++;
                    }
                }
                steps += known * fresh;
                if (squares > 0) {
                    effects += sum * sum / squares;
                    judged++;
                }
            }
        }
        return judged == 0 ? steps : steps / Math.max(1, effects / judged);
    }
}
