package io.millwright.templates.maintenance.scoring;

import java.util.List;

/**
 * What was found about the rows of a file.
 *
 * @param remaining for each row of the fleet its remaining life
 * @param reasons for each machine why its latest row has the life it has
 */
record ScoredFleet(double[] remaining, List<List<String>> reasons) {}
