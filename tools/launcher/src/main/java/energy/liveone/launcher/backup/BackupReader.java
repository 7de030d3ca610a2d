package energy.liveone.launcher.backup;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a backup from beginning to end. */
public final class BackupReader {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final Pattern STATEMENT =
      Pattern.compile("(CREATE TABLE|INSERT INTO|CREATE VIEW) `(\\w+)` .*;", Pattern.DOTALL);
  private static final Pattern ROWS = Pattern.compile("-- rows (\\w+) (\\d{1,18})");

  private final Path file;

  public BackupReader(Path file) {
    this.file = file;
  }

  /** What a statement does. */
  enum Kind {
    TABLE,
    ROWS,
    VIEW
  }

  /** Takes the statements of a backup one by one. */
  @FunctionalInterface
  interface Visitor<X extends Exception> {
    void visit(Kind kind, String name, String sql) throws X;
  }

  /**
   * Reads everything and changes nothing.
   *
   * @throws BackupFault when this is no backup, or not a whole one
   */
  public BackupContents check() {
    return read((kind, name, sql) -> {});
  }

  /**
   * Hands over every statement in order; what comes before a fault has been handed over then.
   *
   * @throws BackupFault as {@link #check}
   */
  <X extends Exception> BackupContents read(Visitor<X> visitor) throws X {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), BUFFER_BYTES),
                StandardCharsets.UTF_8),
            BUFFER_BYTES)) {
      return new Pass<>(visitor).run(lines);
    } catch (NoSuchFileException e) {
      throw new BackupFault("There is no file " + file + ".", e);
    } catch (EOFException e) {
      throw cutOff();
    } catch (ZipException e) {
      throw String.valueOf(e.getMessage()).contains("Not in GZIP")
          ? foreign()
          : new BackupFault(file + " is damaged: use another backup.", e);
    } catch (IOException e) {
      throw new BackupFault(file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private BackupFault cutOff() {
    return new BackupFault(file + " is cut off: use a backup that is complete.");
  }

  private BackupFault foreign() {
    return new BackupFault(file + " is no backup that this LiveOne EE can read.");
  }

  /** One reading of the file. */
  private final class Pass<X extends Exception> {
    private final Visitor<X> visitor;
    private final TreeMap<String, Long> rows = new TreeMap<>();
    private int tables;

    Pass(Visitor<X> visitor) {
      this.visitor = visitor;
    }

    BackupContents run(BufferedReader lines) throws IOException, X {
      BackupHeader header = header(lines);
      String end = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (end != null) {
          throw foreign();
        }
        end = take(line) ? null : line;
      }
      return contents(header, end);
    }

    private BackupHeader header(BufferedReader lines) throws IOException {
      String title = lines.readLine();
      String facts = lines.readLine();
      String session = lines.readLine();
      if (title == null || facts == null || session == null) {
        throw foreign();
      }
      if (!title.equals(BackupHeader.TITLE) || !session.equals(SqlText.SESSION + ";")) {
        throw foreign();
      }
      return BackupHeader.parse(facts).orElseThrow(BackupReader.this::foreign);
    }

    /** False for a line that can only be the last one. */
    private boolean take(String line) throws X {
      Matcher count = ROWS.matcher(line);
      if (count.matches()) {
        rows.put(count.group(1), Long.parseLong(count.group(2)));
        return true;
      }
      if (line.startsWith("-- complete")) {
        return false;
      }
      Matcher statement = STATEMENT.matcher(line);
      if (!statement.matches() || !rows.isEmpty()) {
        throw foreign();
      }
      Kind kind =
          switch (statement.group(1)) {
            case "CREATE TABLE" -> Kind.TABLE;
            case "INSERT INTO" -> Kind.ROWS;
            default -> Kind.VIEW;
          };
      tables += kind == Kind.TABLE ? 1 : 0;
      visitor.visit(kind, statement.group(2), line.substring(0, line.length() - 1));
      return true;
    }

    private BackupContents contents(BackupHeader header, @Nullable String end) {
      BackupContents contents = new BackupContents(header, rows);
      String expected = "-- complete: %d tables, %d rows".formatted(tables, contents.totalRows());
      if (end == null || rows.size() != tables || !end.equals(expected)) {
        throw cutOff();
      }
      return contents;
    }
  }
}
