package energy.liveone.polling;

import energy.liveone.system.SystemId;

/**
 * The system behind a pushing device.
 *
 * @param name shown to people
 * @param keySha256 hash of the key that the device must present
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record PushedSystem(SystemId id, String name, byte[] keySha256) {}
