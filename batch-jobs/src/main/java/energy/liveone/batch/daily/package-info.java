/**
 * The job {@code daily-aggregation}: daily rows of every local day that is owed, slice by slice of
 * the systems.
 *
 * <p>Steps, artifacts, timer and the start of the job. What a day's rows are is decided in {@code
 * rollup}; here is only the order of work, what happens when one day fails, and who in the cluster
 * runs it. Others start it through {@code DailyJobs} only.
 */
@NullMarked
package energy.liveone.batch.daily;

import org.jspecify.annotations.NullMarked;
