/**
 * What a power cut does: server and database are killed under load, and nothing acknowledged may be
 * missing.
 */
package energy.liveone.durability;
