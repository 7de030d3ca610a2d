/**
 * What the batch runtime knows of executions, for administrators.
 *
 * <p>Reads the job repository and forwards stops and restarts; what jobs do is in their own
 * packages.
 */
@NullMarked
package energy.liveone.batch.runs;

import org.jspecify.annotations.NullMarked;
