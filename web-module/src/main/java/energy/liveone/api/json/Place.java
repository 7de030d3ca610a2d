package energy.liveone.api.json;

import energy.liveone.api.error.ApiProblem;
import energy.liveone.vendor.GeoPoint;
import java.util.Optional;

/** The fields {@code latitude} and {@code longitude} of a body, in degrees. */
public final class Place {
  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";

  private Place() {}

  /** The place; one field without the other is a mistake. */
  public static Optional<GeoPoint> of(JsonBody body) {
    Optional<Double> latitude = within(body, LATITUDE, 90);
    Optional<Double> longitude = within(body, LONGITUDE, 180);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw ApiProblem.missing(latitude.isPresent() ? LONGITUDE : LATITUDE);
    }
    return latitude.map(degrees -> new GeoPoint(degrees, longitude.orElseThrow()));
  }

  private static Optional<Double> within(JsonBody body, String field, int most) {
    Optional<Double> degrees = body.number(field);
    if (degrees.isPresent() && Math.abs(degrees.get()) > most) {
      throw ApiProblem.invalid(field, "Degrees from -" + most + " to " + most);
    }
    return degrees;
  }
}
