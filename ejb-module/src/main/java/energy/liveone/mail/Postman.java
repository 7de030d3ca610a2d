package energy.liveone.mail;

/** Hands mails to a mail server. */
interface Postman {
  /** What became of a mail. */
  enum Delivery {
    /** The server took it. */
    DONE,
    /** The server was not reached, or wants to be asked again. */
    LATER,
    /** The server will never take it. */
    REFUSED
  }

  /** Sends one; takes some seconds, and holds no transaction. */
  Delivery deliver(Mail mail);
}
