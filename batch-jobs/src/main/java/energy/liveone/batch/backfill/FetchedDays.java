package energy.liveone.batch.backfill;

import energy.liveone.gap.DayRange;

/** Days whose rows are stored. */
record FetchedDays(DayRange days, int rows) {}
