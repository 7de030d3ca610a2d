/**
 * What tests in a real Payara Micro share: the archives that they deploy and the MariaDB behind
 * them.
 */
@NullMarked
package energy.liveone.container;

import org.jspecify.annotations.NullMarked;
