package energy.liveone.bench;

/** There is no browser to measure pages with. */
final class NoBrowserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoBrowserException() {
    super(
        "The page benchmark needs Chromium: install it (Debian: apt-get install chromium), or name"
            + " one by -Dliveone.chromium in JAVA_TOOL_OPTIONS.");
  }
}
