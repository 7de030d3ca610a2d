package energy.liveone.sharing;

import energy.liveone.access.Subject;
import energy.liveone.account.AccountId;
import energy.liveone.account.EmailAddress;
import energy.liveone.token.TokenText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An invitation (with an address) or a link (with a label) that is to be stored. */
record NewShare(
    ShareKind kind,
    Subject subject,
    @Nullable EmailAddress emailOrNull,
    @Nullable String labelOrNull,
    TokenText token,
    AccountId maker,
    Instant createdAt,
    Instant expiresAt) {}
