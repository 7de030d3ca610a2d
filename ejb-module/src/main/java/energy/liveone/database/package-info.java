/**
 * The database itself: its pool, its migrations at start, its clockwork of partitions.
 *
 * <p>No feature's tables are read here. Everything that needs the database declares
 * {@code @DependsOn("Migrations")} or is called after start.
 */
@NullMarked
package energy.liveone.database;

import org.jspecify.annotations.NullMarked;
