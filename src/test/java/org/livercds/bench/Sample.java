package org.livercds.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run showed.
 *
 * @param perSecond good answers
 * @param p50 milliseconds within which half of the callers have their answer
 * @param cpu milliseconds of processor time of the server for a good answer
 * @param resident megabytes that the server holds in memory after it
 * @param others how many processors were busy with what is no part of the measurement
 * @param refused calls with another answer; their times are among those of the good ones
 * @param failed calls that got no answer
 */
record Sample(
        double perSecond,
        double p50,
        double p99,
        double cpu,
        double resident,
        double others,
        long refused,
        long failed) {

    /** Of each figure its median; all that were refused and failed. */
    static Sample median(List<Sample> runs) {
        return new Sample(
                median(runs, Sample::perSecond),
                median(runs, Sample::p50),
                median(runs, Sample::p99),
                median(runs, Sample::cpu),
                median(runs, Sample::resident),
                median(runs, Sample::others),
                runs.stream().mapToLong(Sample::refused).sum(),
                runs.stream().mapToLong(Sample::failed).sum());
    }

    private static double median(List<Sample> runs, ToDoubleFunction<Sample> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
