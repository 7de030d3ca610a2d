package energy.liveone.preference;

import energy.liveone.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Preferences in the database. Joins the caller's transaction. */
@ApplicationScoped
class JpaPreferences {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  /** Empty for who never chose anything. */
  Optional<Preferences> find(AccountId account) {
    List<?> rows =
        em.createNativeQuery(
                "SELECT language, theme, power_unit, temperature_unit, week_start"
                    + " FROM account_preferences WHERE account_id = ?1")
            .setParameter(1, account.value())
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(JpaPreferences::preferences).findFirst();
  }

  /** A name that this version does not know, written by a newer one, counts as not chosen. */
  private static Preferences preferences(Object[] row) {
    return Preferences.DEFAULT.with(
        new PreferenceChange(
            choice(Language.class, row[0]),
            choice(Theme.class, row[1]),
            choice(PowerUnit.class, row[2]),
            choice(TemperatureUnit.class, row[3]),
            choice(WeekStart.class, row[4])));
  }

  private static <C extends Enum<C> & Choice> @Nullable C choice(
      Class<C> kind, @Nullable Object column) {
    return Choice.named(kind, (String) column).orElse(null);
  }

  /** One statement, so that two changes of different things at once both count. */
  void change(AccountId account, PreferenceChange change) {
    Preferences first = Preferences.DEFAULT.with(change);
    em.createNativeQuery(
            "INSERT INTO account_preferences"
                + " (account_id, language, theme, power_unit, temperature_unit, week_start)"
                + " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON DUPLICATE KEY UPDATE"
                + " language = COALESCE(?7, language), theme = COALESCE(?8, theme),"
                + " power_unit = COALESCE(?9, power_unit),"
                + " temperature_unit = COALESCE(?10, temperature_unit),"
                + " week_start = COALESCE(?11, week_start)")
        .setParameter(1, account.value())
        .setParameter(2, first.language().wireName())
        .setParameter(3, name(first.themeOrNull()))
        .setParameter(4, first.power().wireName())
        .setParameter(5, first.temperature().wireName())
        .setParameter(6, first.weekStart().wireName())
        .setParameter(7, name(change.languageOrNull()))
        .setParameter(8, name(change.themeOrNull()))
        .setParameter(9, name(change.powerOrNull()))
        .setParameter(10, name(change.temperatureOrNull()))
        .setParameter(11, name(change.weekStartOrNull()))
        .executeUpdate();
  }

  private static @Nullable String name(@Nullable Choice choice) {
    return choice == null ? null : choice.wireName();
  }
}
