package energy.liveone.web.composite;

import energy.liveone.access.AccessService;
import energy.liveone.access.Permission;
import energy.liveone.composite.Composite;
import energy.liveone.composite.CompositeId;
import energy.liveone.composite.CompositeRefused;
import energy.liveone.composite.CompositeService;
import energy.liveone.composite.CompositeSettings;
import energy.liveone.composite.MaintainComposites;
import energy.liveone.composite.Member;
import energy.liveone.composite.WantedMember;
import energy.liveone.history.SystemsOverview;
import energy.liveone.system.Alias;
import energy.liveone.system.SystemId;
import energy.liveone.web.form.NextPage;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Presents {@code /composite}: all composites of the reader, and a form for a new one. */
@Named("compositeList")
@RequestScoped
public class CompositeListView {
  private static final int MAX_SLUG = 40;

  @Inject private AccessService access;
  @Inject private CompositeService composites;
  @Inject private MaintainComposites maintain;
  @Inject private SystemsOverview systems;
  @Inject private HttpServletRequest request;
  @Inject private Words words;
  private String name = "";
  private String slug = "";
  private List<String> chosen = List.of();
  private RefusalWords refusal = RefusalWords.NONE;

  /** One composite, in words. */
  public record Row(
      int id,
      String name,
      String path,
      String description,
      String members,
      String lost,
      boolean favorite,
      boolean first,
      boolean shared) {}

  /** Lets only signed-in people in. */
  public void load() {
    access.requireAuth();
  }

  /** Own ones first, favourites before others. */
  public List<Row> getRows() {
    return composites.visible().stream().map(this::row).toList();
  }

  private Row row(Composite one) {
    boolean shared = !composites.isOwn(one);
    String text = one.settings().descriptionOrNull();
    return new Row(
        one.id().value(),
        one.settings().name(),
        ShownComposite.pathOf(one, shared),
        text == null ? "" : text,
        one.members().stream().map(Member::name).collect(Collectors.joining(", ")),
        String.join(", ", one.lost()),
        one.settings().isFavorite(),
        isFirst(one),
        shared);
  }

  /** Makes the composite of the form and goes on to its editor. */
  public void create() throws IOException {
    String wanted = slug.isEmpty() ? slugOf(name) : slug;
    if (name.isEmpty()) {
      refusal = RefusalWords.at("name", words);
    } else if (!Alias.isValid(wanted)) {
      refusal = RefusalWords.at("slug", words);
    } else if (chosen.isEmpty()) {
      refusal = RefusalWords.at("systemIds", words);
    } else {
      add(wanted);
    }
  }

  private void add(String wanted) throws IOException {
    List<WantedMember> members =
        chosen.stream()
            .map(id -> new WantedMember(SystemId.parse(id).orElseThrow(), null))
            .toList();
    ZoneId zone = systems.of(members.get(0).system()).displayTimezone();
    try {
      CompositeSettings settings =
          new CompositeSettings(name, new Alias(wanted), null, 0, false, zone, null);
      Composite added = maintain.add(settings, members);
      NextPage.go(ShownComposite.pathOf(added, false) + "/edit?done=created");
    } catch (CompositeRefused e) {
      refusal = RefusalWords.of(e, words);
    }
  }

  /** Makes the composite that the button names a favourite, or none any more. */
  public void favorite() {
    CompositeId id = CompositeId.parse(String.valueOf(request.getParameter("of"))).orElseThrow();
    CompositeSettings before = composites.require(id, Permission.WRITE).settings();
    maintain.change(id, withFavorite(before, !before.isFavorite()), null);
  }

  /** Moves the composite that the button names one place up among the reader's own. */
  public void up() {
    CompositeId id = CompositeId.parse(String.valueOf(request.getParameter("of"))).orElseThrow();
    List<Composite> order = new ArrayList<>(own());
    int place = order.indexOf(composites.require(id, Permission.WRITE));
    if (place > 0) {
      Collections.swap(order, place, place - 1);
      for (int i = 0; i < order.size(); i++) {
        Composite one = order.get(i);
        if (one.settings().position() != i) {
          maintain.change(one.id(), withPosition(one.settings(), i), null);
        }
      }
    }
  }

  /** Favourites come before others, whatever their places. */
  private boolean isFirst(Composite one) {
    List<Composite> own = own();
    int place = own.indexOf(one);
    return place < 1 || own.get(place - 1).settings().isFavorite() != one.settings().isFavorite();
  }

  private List<Composite> own() {
    return composites.visible().stream().filter(composites::isOwn).toList();
  }

  /** Whether there is an order to speak of. */
  public boolean isOrdered() {
    return own().size() > 1;
  }

  private static CompositeSettings withPosition(CompositeSettings before, int position) {
    return new CompositeSettings(
        before.name(),
        before.slug(),
        before.descriptionOrNull(),
        position,
        before.isFavorite(),
        before.zone(),
        before.gridCo2GramsPerKwhOrNull());
  }

  private static CompositeSettings withFavorite(CompositeSettings before, boolean favorite) {
    return new CompositeSettings(
        before.name(),
        before.slug(),
        before.descriptionOrNull(),
        before.position(),
        favorite,
        before.zone(),
        before.gridCo2GramsPerKwhOrNull());
  }

  /** "Haus am Süd-Hang" becomes "haus-am-sud-hang". */
  static String slugOf(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-");
    String cut = plain.substring(0, Math.min(MAX_SLUG, plain.length()));
    String slug = cut.replaceAll("^-+|-+$", "");
    if (slug.isEmpty()) {
      return "composite";
    }
    return slug.chars().allMatch(Character::isDigit) ? "c-" + slug : slug;
  }

  /** What is wrong with a field; empty when nothing is. */
  public String errorOf(String field) {
    return refusal.of(field);
  }

  /** Whether one was just deleted. */
  public boolean isDeleted() {
    return "deleted".equals(request.getParameter("done"));
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name.strip();
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(@Nullable String slug) {
    this.slug = slug == null ? "" : slug.strip();
  }

  public List<String> getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable List<String> chosen) {
    this.chosen = chosen == null ? List.of() : List.copyOf(chosen);
  }
}
