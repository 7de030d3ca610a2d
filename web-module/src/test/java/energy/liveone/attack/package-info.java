/**
 * What people send who mean harm, tried on the running product: each input of each route with
 * hostile values, scripts in names, paths and headers that lead elsewhere, ids of other people.
 */
@NullMarked
package energy.liveone.attack;

import org.jspecify.annotations.NullMarked;
