package energy.liveone.web.admin;

import energy.liveone.access.AccessService;
import energy.liveone.account.AccountService;
import energy.liveone.history.SystemOverview;
import energy.liveone.history.SystemsOverview;
import energy.liveone.web.address.Address;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.live.SystemPanels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Presents {@code /admin}: every system; {@code ?q=&page=}. */
@Named("adminSystems")
@RequestScoped
public class AdminSystemsView {
  private static final int PAGE = 50;

  @Inject private AccessService access;
  @Inject private SystemsOverview systems;
  @Inject private SystemPanels panels;
  @Inject private AccountService accounts;
  private String q = "";
  private String page = "";
  private List<Row> rows = List.of();
  private int count;

  /** A system with its owner's address. */
  public record Row(SystemPanel panel, String owner) {}

  /** Finds what fits, a page of it. */
  public void load() {
    access.requireAdmin();
    Map<Integer, String> owners =
        accounts.all().stream()
            .collect(Collectors.toMap(one -> one.id().value(), one -> one.email().value()));
    List<SystemOverview> fitting =
        systems.all().stream()
            .filter(one -> fits(one, owners.getOrDefault(one.ownerAccountId(), "")))
            .toList();
    count = fitting.size();
    List<SystemOverview> shown = fitting.stream().skip(getPageNumber() * PAGE).limit(PAGE).toList();
    rows =
        panels.of(shown).stream()
            .map(
                panel -> new Row(panel, owners.getOrDefault(panel.overview().ownerAccountId(), "")))
            .toList();
  }

  private boolean fits(SystemOverview one, String owner) {
    String wanted = q.strip().toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        || List.of(
                one.displayName(),
                one.vendorName(),
                one.vendorSiteId(),
                one.status().wireName(),
                owner,
                one.id().toString())
            .stream()
            .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private long getPageNumber() {
    return page.matches("[0-9]{1,5}") ? Long.parseLong(page) : 0;
  }

  public List<Row> getRows() {
    return rows;
  }

  /** How many fit. */
  public int getCount() {
    return count;
  }

  /** Query of the next page; empty for none. */
  public String getNext() {
    long next = getPageNumber() + 1;
    return next * PAGE < count ? Address.of("").with("q", q).with("page", next).toString() : "";
  }

  public String getQ() {
    return q;
  }

  public void setQ(@Nullable String value) {
    q = value == null ? "" : value;
  }

  public String getPage() {
    return page;
  }

  public void setPage(@Nullable String value) {
    page = value == null ? "" : value;
  }
}
