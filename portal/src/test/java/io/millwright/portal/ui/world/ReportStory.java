package io.millwright.portal.ui.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A report as templates write it. */
final class ReportStory {

    private ReportStory() {}

    static String json(double averagePrecision) {
        return """
            {"headline":"Catches 68 % of fraudulent cards when your team checks 100 cards a day",
             "notes":[{"level":"INFO","text":"Learnt from 6 weeks of payments, tested on the week after, with labels that arrive 7 days late."},
                      {"level":"WARNING","text":"6 days of the data have no fraud at all; the file may be incomplete there."}],
             "metrics":[
               {"name":"averagePrecision","title":"average precision","value":$ap,"unit":"","better":"HIGHER","explanation":"How pure the alerts are over all thresholds: 1 is perfect, .008 would be chance."},
               {"name":"auc","title":"ROC AUC","value":0.877,"unit":"","better":"HIGHER","explanation":"The chance that a fraud gets a higher score than a genuine payment."},
               {"name":"cardPrecision","title":"card precision at 100 a day","value":0.298,"unit":"%","better":"HIGHER","explanation":"Of the 100 cards with the highest scores each day, how many are compromised."},
               {"name":"calibrationError","title":"calibration error","value":0.011,"unit":"","better":"LOWER","explanation":"How far promised and true shares of fraud lie apart."},
               {"name":"found","title":"fraud found","value":0.684,"unit":"%","better":"HIGHER","explanation":"Of the fraud in the test week, how much is alerted."},
               {"name":"brier","title":"Brier score","value":0.006,"unit":"","better":"LOWER","explanation":"The mean squared distance between scores and what happened."}],
             "charts":[
               {"type":"threshold","name":"threshold","title":"What a threshold means","columns":[{"title":"Threshold","unit":""},{"title":"Fraud caught","unit":"%"},{"title":"False alarms","unit":"%"},{"title":"Alerts a day","unit":""},{"title":"Worth a day","unit":"€"}],"rows":[$thresholds],"chosen":11},
               {"type":"lines","name":"pr","title":"Precision and recall","kind":"PRECISION_RECALL","x":{"title":"fraud caught","unit":"%"},"y":{"title":"alerts that are fraud","unit":"%"},"series":[$recall]},
               {"type":"lines","name":"calibration","title":"When it says 30 %, is it 30 %?","kind":"CALIBRATION","x":{"title":"it said","unit":"%"},"y":{"title":"it was","unit":"%"},"series":[{"title":"this model","x":[0.02,0.1,0.18,0.3,0.42,0.55,0.68,0.8,0.93],"y":[0.02,0.11,0.17,0.32,0.4,0.56,0.7,0.78,0.92]}]},
               {"type":"bars","name":"importance","title":"Why it alerts","unit":"%","bars":[{"label":"terminal: fraud share, last 7 days","value":0.42},{"label":"amount against customer’s usual","value":0.23},{"label":"terminal: fraud share, last 30 days","value":0.13},{"label":"customer: payments today","value":0.08},{"label":"amount","value":0.07},{"label":"night","value":0.03}]},
               {"type":"lines","name":"learning","title":"How it learnt","kind":"LEARNING","x":{"title":"round","unit":""},"y":{"title":"average precision","unit":""},"series":[$learning]},
               {"type":"grid","name":"confusion","title":"At the recommended threshold","columns":["","alerted","let through"],"rows":[["fraud","412","190"],["genuine","976","56,686"]]}]}
            """.replace("$ap", "" + averagePrecision)
                .replace("$thresholds", thresholds())
                .replace("$recall", precisionRecall())
                .replace("$learning", learning());
    }

    private static String thresholds() {
        return IntStream.range(0, 20)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "[%.3f,%.3f,%.4f,%d,%d]",
                        .05 + i * .045,
                        Math.pow(1 - i / 22.0, .55),
                        .09 * Math.exp(-i / 4.0),
                        (int) (900 * Math.exp(-i / 5.0)),
                        (int) (3_760 - Math.abs(i - 11) * 160)))
                .collect(Collectors.joining(","));
    }

    private static String precisionRecall() {
        var x = IntStream.rangeClosed(0, 40).mapToObj(i -> i / 40.0).toList();
        var y = x.stream().map(r -> .98 - .22 * r - .66 * Math.pow(r, 5)).toList();
        return series("this model", x, y);
    }

    private static String learning() {
        var x = new ArrayList<Double>();
        var training = new ArrayList<Double>();
        var validation = new ArrayList<Double>();
        for (var round = 10; round <= 400; round += 10) {
            x.add((double) round);
            training.add(.78 - .5 * Math.exp(-round / 60.0));
            validation.add(.70 - .45 * Math.exp(-round / 50.0) - .00004 * round);
        }
        return series("training", x, training) + "," + series("validation", x, validation);
    }

    private static String series(String title, List<Double> x, List<Double> y) {
        return "{\"title\":\"%s\",\"x\":%s,\"y\":%s}".formatted(title, x, y);
    }
}
