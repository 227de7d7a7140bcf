package org.livercds.bench;

import java.util.List;
import org.livercds.load.Median;

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
                Median.of(runs, Sample::perSecond),
                Median.of(runs, Sample::p50),
                Median.of(runs, Sample::p99),
                Median.of(runs, Sample::cpu),
                Median.of(runs, Sample::resident),
                Median.of(runs, Sample::others),
                runs.stream().mapToLong(Sample::refused).sum(),
                runs.stream().mapToLong(Sample::failed).sum());
    }
}
