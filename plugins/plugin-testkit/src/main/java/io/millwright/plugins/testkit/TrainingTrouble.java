package io.millwright.plugins.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What goes wrong while a training runs.
 *
 * @param folder where the job's checkpoints are kept over its attempts
 * @param dies whether the attempt is killed once the nth checkpoint of the job, from 1, was saved
 * @param lostTrials numbers of trials whose node vanishes
 */
record TrainingTrouble(Path folder, IntPredicate dies, Set<Integer> lostTrials) {

    TestCheckpoints checkpoints() {
        try {
            return new TestCheckpoints(folder, dies);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
