package energy.liveone.api.admin;

import energy.liveone.access.RequireAdmin;
import energy.liveone.aggregate.FiveMinuteBucket;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.rollup.JpaDirtyRanges;
import energy.liveone.rollup.Reaggregate;
import energy.liveone.rollup.Reaggregate.Stretch;
import energy.liveone.rollup.VerifyAggregates;
import energy.liveone.rollup.VerifyAggregates.Verification;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/** Verifies aggregates against raw readings, and has them made again. */
@Path("/admin/aggregates")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AggregatesResource {
  /** Newer rows may be written while they are compared. */
  private static final Duration SETTLED = Duration.ofSeconds(2L * FiveMinuteBucket.SECONDS);

  private static final Duration DEFAULT_STRETCH = Duration.ofDays(1);

  @Inject private VerifyAggregates verification;
  @Inject private Reaggregate reaggregation;
  @Inject private JpaDirtyRanges dirty;
  @Inject private SystemsOverview systems;
  @Inject private Clock clock;

  /**
   * The shape of {@code POST /api/admin/aggregates/verify}.
   *
   * @param pending systems left out because late data is just being worked in
   */
  public record VerifyAnswer(
      boolean success,
      int systems,
      int pending,
      int compared,
      int different,
      List<String> examples,
      String from,
      String to) {}

  /** The shape of {@code POST /api/admin/aggregates/remake}. */
  public record RemakeAnswer(boolean success, int systems, String from, String to) {}

  /** Compares 5-minute rows with raw readings; by default of all systems over the last day. */
  @POST
  @Path("/verify")
  @RequireAdmin
  public VerifyAnswer verify(JsonBody body) {
    Instant settled = clock.instant().minus(SETTLED);
    Instant to = instant(body, "to", settled);
    to = to.isAfter(settled) ? settled : to;
    Instant from = instant(body, "from", to.minus(DEFAULT_STRETCH));
    int pending = 0;
    int compared = 0;
    int different = 0;
    List<String> examples = new ArrayList<>();
    List<SystemId> chosen = chosen(body);
    for (SystemId system : chosen) {
      if (dirty.isPending(system)) {
        pending++;
        continue;
      }
      Verification result = verification.verify(system, from, to);
      compared += result.compared();
      different += result.different();
      examples.addAll(result.examples());
    }
    return new VerifyAnswer(
        different == 0,
        chosen.size(),
        pending,
        compared,
        different,
        examples,
        from.toString(),
        to.toString());
  }

  /** Has aggregates of a stretch made again from raw readings. */
  @POST
  @Path("/remake")
  @RequireAdmin
  public RemakeAnswer remake(JsonBody body) {
    Instant to = instant(body, "to", clock.instant());
    Instant from = instant(body, "from", to.minus(DEFAULT_STRETCH));
    List<SystemId> chosen = chosen(body);
    Stretch stretch =
        reaggregation
            .mark(chosen, from, to)
            .orElseThrow(
                () ->
                    ApiProblem.invalid(
                        "to", "no raw readings are kept of this stretch, or it is empty"));
    return new RemakeAnswer(
        true, chosen.size(), stretch.from().toString(), stretch.to().toString());
  }

  private List<SystemId> chosen(JsonBody body) {
    return body.integer("systemId")
        .map(id -> List.of(systems.of(systemId(id)).id()))
        .orElseGet(() -> systems.all().stream().map(SystemOverview::id).toList());
  }

  private static SystemId systemId(int id) {
    if (id <= 0) {
      throw ApiProblem.invalid("systemId", "a system id is positive");
    }
    return new SystemId(id);
  }

  private static Instant instant(JsonBody body, String field, Instant otherwise) {
    return body.text(field)
        .map(
            text -> {
              try {
                return Instant.parse(text);
              } catch (DateTimeParseException e) {
                throw ApiProblem.invalid(
                    field, "must be a time in UTC such as 2026-11-23T00:00:00Z");
              }
            })
        .orElse(otherwise);
  }
}
