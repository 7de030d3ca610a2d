/**
 * The job {@code back-fill}: fetches some local days of one system from its vendor's history, the
 * first day first.
 *
 * <p>Steps, artifacts, timer and the start of the job. What a fetched day does to the data is
 * decided in {@code gap}; here is only the order of work, what happens when the quota is spent or
 * the vendor fails, and who in the cluster runs it. Others start it through {@code BackfillJobs}
 * only.
 */
@NullMarked
package energy.liveone.batch.backfill;

import org.jspecify.annotations.NullMarked;
