package energy.liveone.sharing;

import energy.liveone.access.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A share link that works. */
public record OpenLink(int id, Subject subject, String label, @Nullable Instant lastUsedOrNull) {}
