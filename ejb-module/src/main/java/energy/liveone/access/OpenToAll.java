package energy.liveone.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The resource method needs no account, or checks a key of its own. Says on purpose what a missing
 * annotation would say by accident; a test refuses resource methods without any.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenToAll {
  /** Why. */
  String value();
}
