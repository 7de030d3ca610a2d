package energy.liveone.api.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How many bytes of body a resource method takes, where the usual 64 KiB do not suffice. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBody {
  /** Bytes of a body unless said otherwise. */
  int USUAL = 64 * 1024;

  /** Bytes. */
  int value();
}
