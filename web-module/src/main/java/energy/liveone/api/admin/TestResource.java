package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.polling.SystemTest.Asked;
import energy.liveone.polling.TestSystem;
import energy.liveone.setup.MaintainPoints;
import energy.liveone.setup.PointDescription;
import energy.liveone.system.SystemId;
import energy.liveone.vendor.ConnectionTest.Connected;
import energy.liveone.vendor.Failure;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Asks the vendor of a system now, with its stored credentials. */
@Path("/admin/systems/{systemId}/test")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class TestResource {
  @Inject private TestSystem test;
  @Inject private MaintainPoints points;

  /**
   * The shape of the answer. That a vendor refuses is what the test is for, and no error.
   *
   * @param success whether the vendor answered as it should
   * @param outcome connected, refused, or pushes: its device calls us, and nobody was asked
   * @param code of a refusal
   * @param vendorStatus HTTP status of a refusal, if there was an answer
   * @param message the refusal in plain English, with the vendor's own words
   * @param response the vendor's answer without secrets
   * @param retryAt when the vendor may be asked again, if it said so
   */
  @JsonbNillable
  public record TestAnswer(
      boolean success,
      int systemId,
      String outcome,
      @Nullable String startedAt,
      long durationMs,
      @Nullable String code,
      @Nullable Integer vendorStatus,
      @Nullable String message,
      @Nullable String response,
      @Nullable String retryAt,
      Map<String, String> systemInfo,
      List<ValueLine> values) {

    static TestAnswer pushes(SystemId system) {
      return new TestAnswer(
          false,
          system.value(),
          "pushes",
          null,
          0,
          null,
          null,
          null,
          null,
          null,
          Map.of(),
          List.of());
    }

    static TestAnswer connected(
        SystemId system, Asked asked, Connected told, List<PointDescription> points) {
      return new TestAnswer(
          true,
          system.value(),
          "connected",
          asked.startedAt().toString(),
          asked.took().toMillis(),
          null,
          null,
          null,
          null,
          null,
          told.systemInfo(),
          ValueLine.of(told, points));
    }

    static TestAnswer refused(SystemId system, Asked asked, Failure failure) {
      return new TestAnswer(
          false,
          system.value(),
          "refused",
          asked.startedAt().toString(),
          asked.took().toMillis(),
          failure.code().name(),
          failure.httpStatus(),
          failure.detail(),
          failure.response(),
          failure.retryTime().map(Instant::toString).orElse(null),
          Map.of(),
          List.of());
    }
  }

  /** A value as the vendor told it, before the owner's own transform. */
  public record ValueLine(String pointKey, String label, String unit, double value) {
    /** In the order of the points; what is none of them comes last. */
    static List<ValueLine> of(Connected told, List<PointDescription> points) {
      Map<String, Double> left = new TreeMap<>();
      told.latest().forEach((key, value) -> left.put(key.value(), value));
      List<ValueLine> lines = new ArrayList<>();
      for (PointDescription point : points) {
        Double value = left.remove(point.key().value());
        if (value != null) {
          lines.add(new ValueLine(point.key().value(), point.label(), point.unit(), value));
        }
      }
      left.forEach((key, value) -> lines.add(new ValueLine(key, key, "", value)));
      return lines;
    }
  }

  /** Asks, and waits for the vendor; stores nothing. */
  @POST
  @RequireAdmin
  public TestAnswer ask(@PathParam("systemId") SystemId system) {
    return test.test(system)
        .fold(asked -> answer(system, asked), pushes -> TestAnswer.pushes(system));
  }

  private TestAnswer answer(SystemId system, Asked asked) {
    return asked
        .outcome()
        .fold(
            connected -> TestAnswer.connected(system, asked, connected, points.listAsOwner(system)),
            refused -> TestAnswer.refused(system, asked, refused.failure()));
  }
}
