/**
 * Mails to people: their texts, where they wait, and the way to the mail server.
 *
 * <p>{@link energy.liveone.mail.Outbox} takes them; they are sent after the transaction, tried
 * again while the server is down, and given up when they are of no use any more. Nothing ever waits
 * for a mail, and no decision depends on one. Bodies hold links that sign people in, so they are
 * sealed while they wait.
 */
@NullMarked
package energy.liveone.mail;

import org.jspecify.annotations.NullMarked;
