package energy.liveone.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method is about an account as a whole: for everybody who is signed in, but not for tokens of
 * chosen systems.
 */
@Guarded
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequireWholeAccount {
  /** Whether the method changes something although its HTTP method promises not to. */
  @Nonbinding
  boolean changes() default false;
}
