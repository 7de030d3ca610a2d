package energy.liveone.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.account.AccountProfile;
import energy.liveone.audit.AuditAct;
import energy.liveone.audit.AuditLog;
import energy.liveone.audit.AuditSubject;
import energy.liveone.csv.Csv;
import energy.liveone.privacy.ExportPages.OwnPoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes all data of an account into a ZIP archive as it goes, without secrets: whoever takes it
 * sets the pace, and what is in memory stays the same however much there is.
 */
@ApplicationScoped
public class ExportAccount {
  private static final int AT_ONCE = 2;
  private static final List<ExportSheet> SERIES =
      List.of(ExportSheet.RAW, ExportSheet.FIVE_MINUTES, ExportSheet.DAYS);

  private static final String ABOUT =
      """
      All data of your LiveOne account. Tables are comma-separated values in UTF-8, times without a zone are UTC.
      t, interval_end and day_start are seconds since 1970-01-01 00:00 UTC. An interval ends at its label and
      does not include its beginning. Energies of counters are in delta; flags are 1 estimated, 2 reset,
      4 gap, 8 corrected, 16 partial. Passwords, keys and the credentials of vendors are not in it.
      """;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExportPages pages;
  private final AuditLog audit;

  @Inject
  ExportAccount(ExportPages pages, AuditLog audit) {
    this.pages = pages;
    this.audit = audit;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected ExportAccount() {
    this(null, null);
  }

  /**
   * Takes a place for an export; {@link #write} gives it back.
   *
   * @return whether there was one
   */
  public boolean begin(AccountProfile account) {
    if (!places.tryAcquire()) {
      return false;
    }
    boolean isNoted = false;
    try {
      audit.record(AuditAct.ACCOUNT_EXPORTED, AuditSubject.account(account.id().value()));
      isNoted = true;
      return true;
    } finally {
      if (!isNoted) {
        places.release();
      }
    }
  }

  /** Writes the archive; must not be called in a transaction. */
  public void write(AccountProfile account, OutputStream to) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to, UTF_8)) {
      zip.setLevel(Deflater.BEST_SPEED);
      Writer writer = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
      entry(zip, writer, "about.txt", () -> writer.write(ABOUT));
      int id = account.id().value();
      for (ExportSheet sheet : ExportSheet.OF_ACCOUNT) {
        entry(zip, writer, sheet.file(), () -> table(sheet, id, writer));
      }
      Map<Integer, List<OwnPoint>> bySystem =
          pages.points(id).stream().collect(Collectors.groupingBy(OwnPoint::system));
      for (Map.Entry<Integer, List<OwnPoint>> system : bySystem.entrySet()) {
        String polls = "polls/system-%d.csv".formatted(system.getKey());
        entry(zip, writer, polls, () -> table(ExportSheet.POLLS, system.getKey(), writer));
        for (ExportSheet sheet : SERIES) {
          String name = "readings/system-%d-%s.csv".formatted(system.getKey(), sheet.file());
          entry(zip, writer, name, () -> series(sheet, system.getValue(), writer));
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      places.release();
    }
  }

  /** What writes. */
  private interface Work {
    void run() throws IOException;
  }

  private static void entry(ZipOutputStream zip, Writer writer, String name, Work work)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    work.run();
    writer.flush();
    zip.closeEntry();
  }

  private void table(ExportSheet sheet, int whose, Writer writer) throws IOException {
    Csv.write(writer, sheet.header());
    pages.read(sheet, whose, row -> line(writer, row));
  }

  private void series(ExportSheet sheet, List<OwnPoint> points, Writer writer) throws IOException {
    writer.write("point_key,");
    Csv.write(writer, sheet.header());
    for (OwnPoint point : points) {
      String key = Csv.cell(point.key()) + ',';
      pages.read(
          sheet,
          point.point(),
          row -> {
            append(writer, key);
            line(writer, row);
          });
    }
  }

  private static void append(Writer writer, String text) {
    try {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(Writer writer, List<@Nullable String> cells) {
    try {
      Csv.write(writer, cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
