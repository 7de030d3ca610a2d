package energy.liveone.api.admin;

import energy.liveone.access.RequireAuth;
import energy.liveone.api.error.ApiProblem;
import energy.liveone.api.json.JsonBody;
import energy.liveone.point.PointKey;
import energy.liveone.point.Transform;
import energy.liveone.point.TransformFault;
import energy.liveone.setup.MaintainPoints;
import energy.liveone.setup.PointChange;
import energy.liveone.setup.PointDescription;
import energy.liveone.setup.TransformRefused;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The points of a system, for its owner and administrators. */
@Path("/admin/systems/{systemId}/points")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class PointsResource {
  private static final int MAX_LABEL = 100;

  @Inject private MaintainPoints points;

  /** The shape of both answers. */
  public record PointsAnswer(boolean success, List<PointLine> data) {}

  /** One point. */
  @JsonbNillable
  public record PointLine(
      String pointKey,
      String metricType,
      String numberClass,
      @Nullable String subsystem,
      @Nullable String type,
      String label,
      String unit,
      @Nullable String vendorField,
      @Nullable String transform,
      @Nullable String userTransform,
      int displayOrder,
      boolean visible,
      boolean active) {
    static PointLine of(PointDescription point) {
      return new PointLine(
          point.key().value(),
          point.metricType(),
          point.numberClass(),
          point.subsystem(),
          point.type(),
          point.label(),
          point.unit(),
          point.vendorField(),
          point.transform(),
          point.userTransform(),
          point.displayOrder(),
          point.visible(),
          point.active());
    }
  }

  /** All points, in display order. */
  @GET
  @RequireAuth
  public PointsAnswer list(@PathParam("systemId") SystemId system) {
    return new PointsAnswer(true, points.listAsOwner(system).stream().map(PointLine::of).toList());
  }

  /**
   * Changes label, order, visibility, collection or the user's transform of the points that the
   * body names.
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RequireAuth
  public PointsAnswer change(@PathParam("systemId") SystemId system, JsonBody body) {
    List<PointChange> changes =
        body.objects("points").orElseThrow(() -> ApiProblem.missing("points")).stream()
            .map(PointsResource::change)
            .toList();
    try {
      points.change(system, changes);
    } catch (NoSuchElementException e) {
      throw ApiProblem.invalid("points", "The system has no point " + e.getMessage());
    } catch (TransformRefused e) {
      throw ApiProblem.invalid(
          "points[" + placeOf(e.point(), changes) + "].transform", String.valueOf(e.getMessage()));
    }
    return list(system);
  }

  private static PointChange change(JsonBody point) {
    String key = point.requiredText("pointKey");
    if (!PointKey.isValid(key)) {
      throw ApiProblem.invalid(point.nameOf("pointKey"), "Not a point key");
    }
    Optional<String> label = point.text("label");
    if (label.isPresent() && (label.get().isBlank() || label.get().strip().length() > MAX_LABEL)) {
      throw ApiProblem.invalid(point.nameOf("label"), "A label has 1 to 100 characters");
    }
    return new PointChange(
        new PointKey(key),
        label.orElse(null),
        point.integer("displayOrder").orElse(null),
        point.flag("visible").orElse(null),
        point.flag("active").orElse(null),
        transform(point).orElse(null));
  }

  /** An object or a list as in the vocabulary; an empty list takes the transform away. */
  private static Optional<Transform> transform(JsonBody point) {
    return point
        .structure("transform")
        .map(
            json -> {
              try {
                return Transform.of(json);
              } catch (TransformFault e) {
                String field = point.nameOf("transform") + dotted(e.member());
                throw ApiProblem.invalid(field, field + " " + e.getMessage());
              }
            });
  }

  private static String dotted(String member) {
    return member.isEmpty() || member.startsWith("[") ? member : "." + member;
  }

  private static int placeOf(String key, List<PointChange> changes) {
    return changes.stream().map(change -> change.key().value()).toList().indexOf(key);
  }
}
