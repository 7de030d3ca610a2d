package energy.liveone.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method is for those who have a permission on every system among its arguments: a {@link
 * energy.liveone.system.SystemId} or a {@link ConcernsSystems}. Without such an argument nobody may
 * call it.
 */
@Guarded
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequireSystemAccess {
  /** What the caller must be allowed to do. */
  @Nonbinding
  Permission value();
}
