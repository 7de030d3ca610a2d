/**
 * Batch jobs as administrators see them: what runs, how far it is, stopping and restarting.
 *
 * <p>Knows nothing of what a job does; the batch module has the jobs and answers for them. Called
 * by administrators' pages.
 */
@NullMarked
package energy.liveone.job;

import org.jspecify.annotations.NullMarked;
