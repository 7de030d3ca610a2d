package energy.liveone.simulator.solaredge;

import energy.liveone.simulator.fault.FaultView;
import energy.liveone.simulator.model.SiteModel;
import energy.liveone.simulator.solaredge.MeterDetails.Meter;
import energy.liveone.simulator.solaredge.MeterDetails.Unit;
import energy.liveone.simulator.vendor.Reply;
import energy.liveone.simulator.vendor.VendorRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The calls about a stretch of time, each with the longest that it allows. */
record RangedCalls(SolarEdgeSite site, Instant told, FaultView faults) {

  Reply reply(VendorRequest request, String form) {
    Optional<LocalRange> range = LocalRange.of(request);
    if (range.isEmpty()) {
      return Refusal.RANGE.reply(form);
    }
    if (range.get().first(site.zone()).isBefore(SiteModel.FIRST)
        || !range.get().last(site.zone()).isBefore(SiteModel.END)) {
      return Refusal.RANGE.reply(form);
    }
    return request.segments().get(2).equals("storageData")
        ? storage(range.get(), form)
        : meters(request, range.get(), form);
  }

  private Reply storage(LocalRange range, String form) {
    return range.end().isAfter(range.start().plusDays(7))
        ? Refusal.tooLong("one week").reply(form)
        : Reply.json(200, new StorageData(site, told, faults).document(range));
  }

  private Reply meters(VendorRequest request, LocalRange range, String form) {
    Unit unit;
    List<Meter> wanted;
    try {
      unit = Unit.valueOf(request.parameters().getOrDefault("timeUnit", "QUARTER_OF_AN_HOUR"));
      wanted = MeterDetails.wanted(request.parameters().getOrDefault("meters", ""));
    } catch (IllegalArgumentException unknown) {
      return Refusal.UNIT.reply(form);
    }
    boolean days = unit == Unit.DAY;
    boolean tooLong =
        range.end().isAfter(days ? range.start().plusYears(1) : range.start().plusMonths(1));
    if (tooLong) {
      return Refusal.tooLong(days ? "one year" : "one month").reply(form);
    }
    MeterDetails details = new MeterDetails(site, told);
    return Reply.json(
        200,
        request.segments().get(2).equals("energyDetails")
            ? details.energy(range, unit, wanted)
            : details.power(range, wanted));
  }
}
