package energy.liveone.credential;

import java.util.Optional;

/** The keys that a cipher works with. */
interface SealingKeys {
  /**
   * The key to seal with. What is sealed must be stored in the same transaction, so that nothing is
   * sealed with a key that is being retired.
   *
   * @throws IllegalStateException when this node does not have that key
   */
  CredentialKey toSeal();

  /** The key of this id, if it is at hand. */
  Optional<CredentialKey> find(String id);

  /** One key for all. */
  static SealingKeys of(CredentialKey key) {
    return new SealingKeys() {
      @Override
      public CredentialKey toSeal() {
        return key;
      }

      @Override
      public Optional<CredentialKey> find(String id) {
        return Optional.of(key).filter(known -> known.id().equals(id));
      }
    };
  }
}
