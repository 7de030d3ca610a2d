package energy.liveone.vendor;

import java.time.Duration;

/**
 * What a vendor may take of our patience and memory in one call.
 *
 * @param connect longest time until connected
 * @param total longest time of the whole call, body included
 * @param maxBodyBytes largest body accepted
 */
public record HttpLimits(Duration connect, Duration total, int maxBodyBytes) {
  /** 5 s to connect, 20 s in all, 4 MiB. */
  public static final HttpLimits STANDARD =
      new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(20), 4 << 20);
}
