/**
 * The simulator as a program: the clouds and devices of LiveOne's vendors in one process, for the
 * demo and for tests. Here are only the command line, the assembly and the list of vendors; see the
 * packages below for everything else.
 */
@NullMarked
package energy.liveone.simulator;

import org.jspecify.annotations.NullMarked;
