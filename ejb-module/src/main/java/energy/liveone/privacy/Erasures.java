package energy.liveone.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it that what was deleted stays deleted: before the product serves, whatever a restored
 * backup has brought back is deleted again.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Erasures {
  private static final Logger LOG = Logger.getLogger(Erasures.class.getName());

  @Inject private ErasureFile file;
  @Inject private JpaErasures table;
  @Inject private EraseAgain again;

  @PostConstruct
  void repeat() {
    // Systems first: an account goes only without any.
    Set<Erasure> all =
        new TreeSet<>(Comparator.comparing(Erasure::type).reversed().thenComparing(Erasure::line));
    all.addAll(file.read());
    all.addAll(table.all());
    int repeated = 0;
    for (Erasure erasure : all) {
      repeated += again.erase(erasure) ? 1 : 0;
    }
    if (repeated > 0) {
      int count = repeated;
      LOG.info(() -> count + " accounts and systems that a backup had brought back are deleted");
    }
    keep();
  }

  /** Copies what the database remembers into the file. */
  @Schedule(hour = "*", minute = "23", persistent = false)
  public void keep() {
    try {
      file.add(table.all());
    } catch (UncheckedIOException e) {
      LOG.log(
          Level.SEVERE,
          "What was deleted is remembered in the database alone; it is tried again",
          e);
    }
  }
}
