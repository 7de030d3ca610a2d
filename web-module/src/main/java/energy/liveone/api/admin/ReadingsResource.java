package energy.liveone.api.admin;

import energy.liveone.access.Permission;
import energy.liveone.access.RequireAdmin;
import energy.liveone.access.RequireSystemAccess;
import energy.liveone.api.json.MaxBody;
import energy.liveone.reading.ImportReadings;
import energy.liveone.reading.ImportReadings.ImportResult;
import energy.liveone.system.SystemId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** Imports readings of the past. */
@Path("/admin/systems/{systemId}/readings")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ReadingsResource {
  private static final int MAX_BYTES = 8 * 1024 * 1024;

  @Inject private ImportReadings readings;

  /** The shape of the answer. */
  public record ImportAnswer(boolean success, int stored, int duplicates, int rejected) {}

  /**
   * Stores what is new. A time that has a value already keeps it; of intervals later and better
   * values win.
   */
  @POST
  @RequireAdmin
  @RequireSystemAccess(Permission.WRITE)
  @MaxBody(MAX_BYTES)
  public ImportAnswer store(@PathParam("systemId") SystemId system, InputStream body) {
    ReadingsReader.Body read = ReadingsReader.read(body);
    ImportResult result = readings.store(system, read.readings(), read.intervals());
    return new ImportAnswer(true, result.stored(), result.duplicates(), result.rejected());
  }
}
