package energy.liveone.credential;

/** Where sealed texts are: table, column of its primary key, column of the text. */
enum SealedColumn {
  CREDENTIALS("secure_credentials", "system_id", "encrypted_credentials", ""),
  GRANTS("vendor_grants", "id", "encrypted_tokens", "grant:"),
  MAILS("outgoing_mails", "mail_id", "encrypted_message", "mail:"),
  SECOND_FACTORS("second_factors", "account_id", "encrypted_secret", "second-factor:");

  private final String table;
  private final String id;
  private final String text;

  /** What comes before the id in the name of the holder that a text is sealed for. */
  private final String holder;

  SealedColumn(String table, String id, String text, String holder) {
    this.table = table;
    this.id = id;
    this.text = text;
    this.holder = holder;
  }

  String table() {
    return table;
  }

  String id() {
    return id;
  }

  String text() {
    return text;
  }

  /** The holder of the text in the row of this id. */
  String holderOf(Object rowId) {
    return holder + rowId;
  }
}
