package energy.liveone.sharing;

import energy.liveone.token.TokenText;
import java.time.Instant;

/** An invitation or link at the only moment when its secret is known. */
record IssuedShare(int id, TokenText token, Instant expiresAt) {}
