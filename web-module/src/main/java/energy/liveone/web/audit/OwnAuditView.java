package energy.liveone.web.audit;

import energy.liveone.access.AccessService;
import energy.liveone.audit.AuditQuery;
import energy.liveone.audit.AuditTrail;
import energy.liveone.web.words.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What lately concerned the reader's account. */
@Named("ownAudit")
@RequestScoped
public class OwnAuditView {
  private static final int SHOWN = 15;

  @Inject private AccessService access;
  @Inject private AuditTrail trail;
  @Inject private Words words;

  /** The newest entries, newest first. */
  public List<AuditRow> getRows() {
    int account = access.requireAuth().account().orElseThrow().id().value();
    return trail.find(AuditQuery.of(account, null, SHOWN)).stream()
        .map(entry -> AuditRow.of(entry, words.texts()))
        .toList();
  }
}
