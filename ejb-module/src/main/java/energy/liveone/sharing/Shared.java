package energy.liveone.sharing;

import energy.liveone.access.Subject;
import java.time.Instant;

/**
 * What somebody else shares with an account.
 *
 * @param id of the grant
 * @param name what its owner calls it
 * @param owner the owner's name
 * @param since when the account took it up
 */
public record Shared(int id, Subject subject, String name, String owner, Instant since) {}
