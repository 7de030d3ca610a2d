package energy.liveone.point;

/** A text or value that is no {@link Transform}. */
public final class TransformFault extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String member;

  /**
   * @param member path of the wrong member within the transform, such as {@code [1].by}; empty for
   *     the whole
   * @param wrong what is wrong with it, without any of the text
   */
  TransformFault(String member, String wrong) {
    super(wrong);
    this.member = member;
  }

  /** Path of the wrong member within the transform; empty for the whole. */
  public String member() {
    return member;
  }
}
