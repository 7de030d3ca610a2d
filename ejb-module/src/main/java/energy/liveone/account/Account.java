package energy.liveone.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can sign in. The e-mail address is unique in the installation. */
@Entity
@Table(name = "accounts")
public class Account {
  private static final int MAX_NAME = 100;

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  @Column(name = "id")
  private @Nullable Integer id;

  @Column(name = "email")
  private String email = "";

  @Column(name = "display_name")
  private String displayName = "";

  @Column(name = "password_hash")
  private @Nullable String passwordHash;

  @Column(name = "role")
  private String role = AccountRole.USER.name();

  @Column(name = "email_verified_at")
  private @Nullable Instant emailVerifiedAt;

  @Column(name = "disabled_at")
  private @Nullable Instant disabledAt;

  @Column(name = "session_generation")
  private int sessionGeneration;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt = Instant.EPOCH;

  @Column(name = "updated_at")
  private Instant updatedAt = Instant.EPOCH;

  /** For the persistence provider. */
  protected Account() {}

  /** A new account with a password that is already hashed; null for one that signs in elsewhere. */
  public Account(
      EmailAddress email,
      String displayName,
      AccountRole role,
      @Nullable String passwordHash,
      Instant now) {
    this.email = email.value();
    this.displayName = checkedName(displayName);
    this.role = role.name();
    this.passwordHash = passwordHash;
    this.createdAt = now.truncatedTo(ChronoUnit.MILLIS);
    this.updatedAt = createdAt;
  }

  private static String checkedName(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > MAX_NAME) {
      throw new IllegalArgumentException("A display name has 1 to 100 characters");
    }
    return stripped;
  }

  /** Replaces the password; everything that signed in with the old one is over. */
  public void changePassword(String newHash, Instant now) {
    passwordHash = newHash;
    endSessions(now);
  }

  /** Replaces the hash by a dearer one of the same password. */
  void strengthen(String newHash) {
    passwordHash = newHash;
  }

  /** Ends everything that signed in up to now. */
  public void endSessions(Instant now) {
    sessionGeneration++;
    updatedAt = now;
  }

  /** Changes the name that others see. */
  public void rename(String newName, Instant now) {
    displayName = checkedName(newName);
    updatedAt = now;
  }

  /** The owner has answered a mail to this address, which is the account's from now on. */
  public void verify(EmailAddress proven, Instant now) {
    email = proven.value();
    emailVerifiedAt = now.truncatedTo(ChronoUnit.MILLIS);
    updatedAt = now;
  }

  /** Nobody signs in with it from now on; everything that signed in is over. */
  void disable(Instant now) {
    if (disabledAt == null) {
      disabledAt = now.truncatedTo(ChronoUnit.MILLIS);
      endSessions(now);
    }
  }

  /** Its owner may sign in again. */
  void enable(Instant now) {
    disabledAt = null;
    updatedAt = now;
  }

  /** What the database does, for repositories in memory. */
  void assignId(int newId) {
    id = newId;
  }

  /** Absent for accounts that sign in elsewhere. */
  Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  /** What may be shown. */
  public AccountProfile profile() {
    if (id == null) {
      throw new IllegalStateException("Not stored yet");
    }
    return new AccountProfile(
        new AccountId(id),
        new EmailAddress(email),
        displayName,
        AccountRole.valueOf(role),
        sessionGeneration,
        emailVerifiedAt != null,
        disabledAt != null,
        createdAt);
  }
}
