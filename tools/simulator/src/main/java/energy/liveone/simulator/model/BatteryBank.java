package energy.liveone.simulator.model;

/**
 * The battery of a site; {@link #NONE} for a site without one.
 *
 * @param capacityKwh usable capacity
 * @param maxChargeW limit of charging, at least 0
 * @param maxDischargeW limit of discharging, at least 0
 */
public record BatteryBank(double capacityKwh, double maxChargeW, double maxDischargeW) {

  /**
   * Part of the charging energy that is stored, and part of the stored energy that comes out again.
   */
  static final double EFFICIENCY = 0.96;

  /** Below this part of its capacity a battery is not discharged. */
  static final double RESERVE = 0.15;

  /** No battery at all. */
  public static final BatteryBank NONE = new BatteryBank(0, 0, 0);

  public BatteryBank {
    if (!(capacityKwh >= 0) || !(maxChargeW >= 0) || !(maxDischargeW >= 0)) {
      throw new IllegalArgumentException("capacity and limits of a battery are at least 0");
    }
  }
}
