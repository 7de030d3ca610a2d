package energy.liveone.bench.driver;

import java.util.List;

/**
 * What select.live answers for one system in one minute, and the 12 readings in it: that of a site
 * that may not export ({@code grid_out_wh_total} missing) on a firmware without {@code gen_status}.
 * A function of its parameters, so that the benchmark's two processes need not exchange it.
 *
 * @param number the vendor's number of the system
 * @param time epoch seconds of the measurement
 */
public record Payload(int number, long time) {
  /** The points that it has readings of, in the order of {@link #values()}. */
  public static final List<String> KEYS =
      List.of(
          "solar_w",
          "solar_remote_w",
          "solar_local_w",
          "load_w",
          "battery_w",
          "grid_w",
          "battery_soc",
          "solar_kwh",
          "load_kwh",
          "battery_charge_kwh",
          "battery_discharge_kwh",
          "grid_import_kwh");

  /** Before this time counters would be negative. */
  private static final long EPOCH = 1_700_000_000L;

  /** The readings, in W, % and kWh. */
  public double[] values() {
    double remote = wave(0, 2_600, 1_900);
    double local = wave(1, 900, 700);
    double load = wave(2, 1_300, 900);
    double battery = wave(3, 0, 2_200);
    return new double[] {
      remote + local,
      remote,
      local,
      load,
      battery,
      load - remote - local - battery,
      wave(4, 55, 40),
      total(0),
      total(1),
      total(2),
      total(3),
      total(4)
    };
  }

  /** The answer's body. */
  public String text() {
    double[] v = values();
    return "{\"device\":{\"name\":\"Selectronic SP-PRO\"},\"item_count\":20,\"items\":{"
        + "\"battery_in_wh_today\":"
        + wave(5, 6, 4)
        + ",\"battery_in_wh_total\":"
        + v[9]
        + ",\"battery_out_wh_today\":"
        + wave(6, 6, 4)
        + ",\"battery_out_wh_total\":"
        + v[10]
        + ",\"battery_soc\":"
        + v[6]
        + ",\"battery_w\":"
        + v[4]
        + ",\"fault_code\":0,\"fault_ts\":0,\"grid_in_wh_today\":"
        + wave(7, 2, 1)
        + ",\"grid_in_wh_total\":"
        + v[11]
        + ",\"grid_out_wh_today\":0.0,\"grid_w\":"
        + v[5]
        + ",\"load_w\":"
        + v[3]
        + ",\"load_wh_today\":"
        + wave(8, 12, 6)
        + ",\"load_wh_total\":"
        + v[8]
        + ",\"shunt_w\":"
        + v[2]
        + ",\"solar_wh_today\":"
        + wave(9, 24, 9)
        + ",\"solar_wh_total\":"
        + v[7]
        + ",\"solarinverter_w\":"
        + v[1]
        + ",\"timestamp\":"
        + time
        + "},\"comment\":\"energies are actually in kWh, not Wh\",\"now\":"
        + (time + 6)
        + "}";
  }

  private double wave(int which, double middle, double swing) {
    return fine(middle + swing * Math.sin(number * 0.7 + which * 1.3 + time / 4_000.0));
  }

  private double total(int which) {
    return fine(1_000 + number % 977 * 10.0 + (time - EPOCH) * (which + 1) / 21_600.0);
  }

  /** In steps of 1/1024, as the gateway has them; sums of such numbers are exact. */
  private static double fine(double value) {
    return Math.rint(value * 1_024) / 1_024;
  }
}
