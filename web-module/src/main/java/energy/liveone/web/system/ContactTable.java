package energy.liveone.web.system;

import energy.liveone.history.Contact;
import energy.liveone.history.ContactLog;
import energy.liveone.system.SystemId;
import energy.liveone.web.live.SiteClock;
import energy.liveone.web.words.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** Contacts with the vendor in the last day, newest first, a page at a time from the database. */
public class ContactTable extends LazyDataModel<ContactTable.Row> {
  private static final long serialVersionUID = 1L;
  private static final Duration SHOWN = Duration.ofDays(1);

  private final transient ContactLog log;
  private final transient SystemId system;
  private final transient SiteClock clock;

  /** One line of the table, in words. */
  public record Row(
      String started, String cause, boolean successful, String outcome, String took, String rows) {}

  ContactTable(ContactLog log, SystemId system, SiteClock clock) {
    this.log = log;
    this.system = system;
    this.clock = clock;
  }

  private Instant since() {
    return clock.now().minus(SHOWN);
  }

  @Override
  public int count(Map<String, FilterMeta> filterBy) {
    return log.count(system, since());
  }

  @Override
  public List<Row> load(
      int first, int pageSize, Map<String, SortMeta> sortBy, Map<String, FilterMeta> filterBy) {
    return log.page(system, since(), first, pageSize).stream().map(this::row).toList();
  }

  /** Whether there was none. */
  public boolean isEmptyDay() {
    return count(Map.of()) == 0;
  }

  private Row row(Contact contact) {
    Texts texts = clock.texts();
    String problem = contact.error() == null ? contact.errorCode() : contact.error();
    return new Row(
        clock.date(contact.started()) + ", " + clock.exact(contact.started()),
        texts.text("system.cause." + contact.cause().name()),
        contact.successful(),
        contact.successful()
            ? texts.text("system.sessions.ok")
            : texts.text("system.sessions.failed", problem == null ? "" : problem),
        contact.duration().toMillis() + "\u00a0ms",
        String.valueOf(contact.rows()));
  }
}
