package energy.liveone.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Accounts in the database. */
@ApplicationScoped
public class JpaAccountRepository implements AccountRepository {
  @PersistenceContext(unitName = "liveone")
  private EntityManager em;

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(em.find(Account.class, id.value()));
  }

  @Override
  public Optional<Account> findByEmail(EmailAddress email) {
    return em.createQuery("SELECT a FROM Account a WHERE a.email = :email", Account.class)
        .setParameter("email", email.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Account> all() {
    return em.createQuery("SELECT a FROM Account a ORDER BY a.email", Account.class)
        .getResultList();
  }

  @Override
  public Account add(Account account) {
    em.persist(account);
    em.flush();
    return account;
  }
}
