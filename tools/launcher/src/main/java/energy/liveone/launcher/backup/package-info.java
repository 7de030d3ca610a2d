/**
 * Backups of the database: one gzipped SQL file with every row of one moment, and its way back.
 *
 * <p>Here are the file, the dump and the restore, over plain JDBC, so that they work alike with the
 * bundled database and with any other and keep to the options of its URL. Nothing here knows
 * processes, directories or the product's tables. The launcher's commands and tests call it.
 */
@NullMarked
package energy.liveone.launcher.backup;

import org.jspecify.annotations.NullMarked;
