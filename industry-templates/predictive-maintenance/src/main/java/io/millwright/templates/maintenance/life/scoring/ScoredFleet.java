package io.millwright.templates.maintenance.life.scoring;

import java.util.List;

/**
 * What was found about the rows of a file.
 *
 * @param remaining for each row of the fleet its remaining life
 * @param lower lower limit of its interval
 * @param upper upper limit
 * @param reasons for each machine why its latest row has the life it has
 */
record ScoredFleet(double[] remaining, double[] lower, double[] upper, List<List<String>> reasons) {}
