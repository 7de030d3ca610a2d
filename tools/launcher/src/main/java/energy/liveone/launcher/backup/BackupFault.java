package energy.liveone.launcher.backup;

/** A backup or a restore cannot be done; the message is a whole sentence for a person. */
public final class BackupFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupFault(String sentence) {
    super(sentence);
  }

  BackupFault(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
