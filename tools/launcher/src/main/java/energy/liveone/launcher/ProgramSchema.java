package energy.liveone.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** Which schema the built program brings its database to. */
final class ProgramSchema {
  private static final Pattern LIBRARY = Pattern.compile("WEB-INF/lib/liveone-sql-.*\\.jar");
  private static final Pattern MIGRATION = Pattern.compile("liveone/sql/V(\\d{1,9})__.*\\.sql");

  private ProgramSchema() {}

  /** The number of the newest migration in the archive. */
  static int newest(Path webArchive) {
    try (ZipFile archive = new ZipFile(webArchive.toFile())) {
      ZipEntry library =
          archive.stream()
              .filter(entry -> LIBRARY.matcher(entry.getName()).matches())
              .findFirst()
              .orElseThrow(() -> new IOException("It holds no migrations"));
      try (InputStream content = archive.getInputStream(library)) {
        return newest(new ZipInputStream(content));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + webArchive, e);
    }
  }

  private static int newest(ZipInputStream library) throws IOException {
    int newest = 0;
    for (ZipEntry entry = library.getNextEntry(); entry != null; entry = library.getNextEntry()) {
      Matcher matcher = MIGRATION.matcher(entry.getName());
      if (matcher.matches()) {
        newest = Math.max(newest, Integer.parseInt(matcher.group(1)));
      }
    }
    return newest;
  }
}
