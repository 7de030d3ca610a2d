package energy.liveone.web.setup;

import energy.liveone.access.AccessRefused;
import energy.liveone.access.Refusal;
import energy.liveone.mail.PublicAddress;
import energy.liveone.web.live.SystemPanel;
import energy.liveone.web.page.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Presents {@code /setup-done?id=}: the first data of a system that was just added. */
@Named("setupDone")
@RequestScoped
public class SetupDoneView {
  @Inject private PageView page;
  @Inject private PendingSetup pending;
  @Inject private PublicAddress address;
  private @Nullable String id;
  private @Nullable SystemPanel panel;
  private String pushKey = "";

  /** Finds the system. */
  public void load() {
    if (id == null) {
      throw new AccessRefused(Refusal.NOT_FOUND, "No system is named");
    }
    SystemPanel found = page.system(id);
    panel = found;
    pushKey = pending.takePushKey(found.overview().id());
  }

  /** The system. */
  public @Nullable SystemPanel getPanel() {
    return panel;
  }

  /** The key for its device; shown this once, and empty for systems that are polled. */
  public String getPushKey() {
    return pushKey;
  }

  /** Where its device sends to. */
  public String getPushAddress() {
    SystemPanel known = panel;
    return known == null ? "" : address.of("api/push/" + known.overview().vendorType().value());
  }

  public @Nullable String getId() {
    return id;
  }

  public void setId(@Nullable String id) {
    this.id = id;
  }
}
