package energy.liveone.launcher;

/**
 * Carries a {@link StartProblem} out of the depth of a start to the one place that tells the user.
 */
public final class StartRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient StartProblem problem;

  public StartRefusedException(StartProblem problem) {
    super(problem.sentence());
    this.problem = problem;
  }

  public StartProblem problem() {
    return problem;
  }
}
