package energy.liveone.simulator.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of misbehaviour, by the name used in the control API. The constants are common to all
 * vendors; a vendor may declare more of its own.
 *
 * @param wireName name in the control API
 * @param value what must or may be said with it
 */
public record FaultName(String wireName, Value value) {

  /** The login, or the key, is refused although it is right. */
  public static final FaultName AUTH_FAIL = new FaultName("authFail", Value.NONE);

  /** A session or token is treated as run out. */
  public static final FaultName EXPIRE_TOKEN = new FaultName("expireToken", Value.NONE);

  /**
   * Too many requests; the value is the {@code Retry-After} in seconds, left out when there is
   * none.
   */
  public static final FaultName HTTP_429 = new FaultName("http429", Value.OPTIONAL_NUMBER);

  /** Internal server error. */
  public static final FaultName HTTP_500 = new FaultName("http500", Value.NONE);

  /** Service unavailable. */
  public static final FaultName HTTP_503 = new FaultName("http503", Value.NONE);

  /** The reply comes this many milliseconds late. */
  public static final FaultName SLOW = new FaultName("slow", Value.NUMBER);

  /** The connection is closed without a reply, or amid it with the value {@code midBody}. */
  public static final FaultName DROP_CONNECTION =
      new FaultName("dropConnection", Value.OPTIONAL_TEXT);

  /** The body is no JSON although it looks alike. */
  public static final FaultName MALFORMED_JSON = new FaultName("malformedJson", Value.NONE);

  /** The body ends in the middle. */
  public static final FaultName TRUNCATED_JSON = new FaultName("truncatedJson", Value.NONE);

  /** A web page comes where JSON is expected. */
  public static final FaultName HTML_INSTEAD_OF_JSON =
      new FaultName("htmlInsteadOfJson", Value.NONE);

  /** The body has no bytes. */
  public static final FaultName EMPTY_BODY = new FaultName("emptyBody", Value.NONE);

  /** The device's last sample is repeated for ever: same time stamp, same values. */
  public static final FaultName STALE = new FaultName("stale", Value.NONE);

  /** The device delivers nothing new for this many minutes and then goes on. */
  public static final FaultName GAP = new FaultName("gap", Value.NUMBER);

  /** Lifetime counters start again from 0. */
  public static final FaultName COUNTER_RESET = new FaultName("counterReset", Value.NONE);

  /** Lifetime counters step back by this many kWh (0.05 when not given). */
  public static final FaultName NEGATIVE_STEP =
      new FaultName("negativeStep", Value.OPTIONAL_NUMBER);

  /** The device's clock is wrong by this many seconds. */
  public static final FaultName CLOCK_SKEW = new FaultName("clockSkew", Value.NUMBER);

  /** New values come under a time stamp that was used before. */
  public static final FaultName DUPLICATE_TIMESTAMPS =
      new FaultName("duplicateTimestamps", Value.NONE);

  /** Numbers are the bare word {@code NaN}. */
  public static final FaultName NAN = new FaultName("nan", Value.OPTIONAL_FIELDS);

  /** Numbers are 1e300. */
  public static final FaultName HUGE = new FaultName("huge", Value.OPTIONAL_FIELDS);

  /** Numbers come as strings. */
  public static final FaultName STRING_NUMBERS =
      new FaultName("stringNumbers", Value.OPTIONAL_FIELDS);

  /** The listed fields are left out. */
  public static final FaultName MISSING_FIELDS = new FaultName("missingFields", Value.FIELDS);

  /** Numbers are {@code null}. */
  public static final FaultName NULLS = new FaultName("nulls", Value.OPTIONAL_FIELDS);

  private static final List<FaultName> COMMON =
      List.of(
          AUTH_FAIL,
          EXPIRE_TOKEN,
          HTTP_429,
          HTTP_500,
          HTTP_503,
          SLOW,
          DROP_CONNECTION,
          MALFORMED_JSON,
          TRUNCATED_JSON,
          HTML_INSTEAD_OF_JSON,
          EMPTY_BODY,
          STALE,
          GAP,
          COUNTER_RESET,
          NEGATIVE_STEP,
          CLOCK_SKEW,
          DUPLICATE_TIMESTAMPS,
          NAN,
          HUGE,
          STRING_NUMBERS,
          MISSING_FIELDS,
          NULLS);

  /** The faults that every vendor reached over HTTP can have. */
  public static List<FaultName> common() {
    return COMMON;
  }

  /** The common faults and these. */
  public static List<FaultName> commonAnd(FaultName... own) {
    return Stream.concat(COMMON.stream(), Stream.of(own)).toList();
  }

  /** The common faults but these. */
  public static List<FaultName> commonWithout(FaultName... impossible) {
    List<FaultName> excluded = List.of(impossible);
    return COMMON.stream().filter(fault -> !excluded.contains(fault)).toList();
  }

  /** What must or may be said with a fault. */
  public enum Value {
    /** Nothing but that it is on. */
    NONE,
    /** A number of at least 0 is needed (any sign for a clock). */
    NUMBER,
    /** A number may be given. */
    OPTIONAL_NUMBER,
    /** A text is needed. */
    TEXT,
    /** A text may be given. */
    OPTIONAL_TEXT,
    /** A list of field names is needed. */
    FIELDS,
    /** A list of field names may be given; without it all measured values are meant. */
    OPTIONAL_FIELDS
  }
}
