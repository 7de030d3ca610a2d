package energy.liveone.aggregate;

/** A row of one point, on its way to or from the database. */
public record PointAggregate(int pointId, Aggregate row) {}
