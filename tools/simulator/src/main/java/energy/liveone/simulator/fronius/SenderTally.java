package energy.liveone.simulator.fronius;

import energy.liveone.simulator.json.JsonText;
import jakarta.json.JsonObjectBuilder;

/** What became of a sender's pushes. Guarded by its sender. */
final class SenderTally {

  private int measured;
  private int accepted;
  private int duplicates;
  private int rejected;
  private int failures;
  private int lastStatus;
  private String lastFailure = "";
  private IntervalEnergy acceptedEnergy = IntervalEnergy.NONE;

  void measured() {
    measured++;
  }

  void accepted(IntervalEnergy energy) {
    accepted++;
    acceptedEnergy = acceptedEnergy.plus(energy);
  }

  void duplicate() {
    duplicates++;
  }

  void rejected() {
    rejected++;
  }

  void answered(int status) {
    lastStatus = status;
  }

  void failed(String reason) {
    failures++;
    lastFailure = reason;
  }

  void addTo(JsonObjectBuilder json) {
    json.add("measured", measured)
        .add("accepted", accepted)
        .add("duplicates", duplicates)
        .add("rejected", rejected)
        .add("failures", failures)
        .add("lastStatus", lastStatus)
        .add("lastFailure", lastFailure)
        .add(
            "acceptedWh",
            JsonText.object()
                .add("solar", acceptedEnergy.solarWh())
                .add("load", acceptedEnergy.loadWh())
                .add("batteryCharge", acceptedEnergy.batteryInWh())
                .add("batteryDischarge", acceptedEnergy.batteryOutWh())
                .add("gridImport", acceptedEnergy.gridInWh())
                .add("gridExport", acceptedEnergy.gridOutWh()));
  }
}
