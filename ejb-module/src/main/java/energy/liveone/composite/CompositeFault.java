package energy.liveone.composite;

/** Why something cannot be done with a composite. */
public enum CompositeFault {
  /** A field cannot be used. */
  INVALID,
  /** Another composite of the owner has the slug. */
  SLUG_TAKEN,
  /** A member would be a composite. */
  NESTED,
  /** A member would be the composite itself. */
  CYCLE,
  /** The point is of no member. */
  FOREIGN_POINT,
  /** The point measures something else than the role needs. */
  ROLE_UNSUITED
}
