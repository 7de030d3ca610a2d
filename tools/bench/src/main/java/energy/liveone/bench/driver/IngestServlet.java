package energy.liveone.bench.driver;

import energy.liveone.polling.IngestDriver;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * {@code POST /api/bench/ingest?from=…&minutes=…}: has the payloads of so many minutes from epoch
 * second {@code from} on stored for all systems, and answers {@code {"nanos", "cpuNanos",
 * "readings", "failed"}}.
 */
@WebServlet("/api/bench/ingest")
public class IngestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient IngestDriver driver;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    long from = Long.parseLong(request.getParameter("from"));
    int minutes = Integer.parseInt(request.getParameter("minutes"));
    IngestDriver.Run run = driver.run(from, minutes);
    response.setContentType("application/json");
    response
        .getWriter()
        .printf(
            "{\"nanos\":%d,\"cpuNanos\":%d,\"compileMillis\":%d,\"readings\":%d,\"failed\":%d}",
            run.nanos(), run.cpuNanos(), run.compileMillis(), run.readings(), run.failed());
  }
}
