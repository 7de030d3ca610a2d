package energy.liveone.access;

import energy.liveone.system.SystemId;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks {@link AccessService} before a guarded method runs; outside of any transaction. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class AccessInterceptor {
  private final AccessService access;

  @Inject
  public AccessInterceptor(AccessService access) {
    this.access = access;
  }

  /** Runs the method, or throws {@link AccessRefused}. */
  @AroundInvoke
  public Object guard(InvocationContext call) throws Exception {
    check(call);
    return call.proceed();
  }

  private void check(InvocationContext call) {
    if (find(call, RequireAuth.class).isPresent()) {
      access.requireAuth();
    }
    if (find(call, RequireReader.class).isPresent()) {
      access.requireReader();
    }
    find(call, RequireWholeAccount.class)
        .ifPresent(required -> access.requireWholeAccount(required.changes()));
    if (find(call, RequireAdmin.class).isPresent()) {
      access.requireAdmin();
    }
    if (find(call, RequireCronOrAdmin.class).isPresent()) {
      access.requireCronOrAdmin();
    }
    find(call, RequireSystemAccess.class)
        .ifPresent(required -> access.requireSystemAccess(systemsOf(call), required.value()));
  }

  private static List<SystemId> systemsOf(InvocationContext call) {
    List<SystemId> systems = new ArrayList<>();
    for (Object argument : call.getParameters()) {
      if (argument instanceof SystemId system) {
        systems.add(system);
      } else if (argument instanceof ConcernsSystems concerns) {
        systems.addAll(concerns.systems());
      }
    }
    if (systems.isEmpty()) {
      throw new IllegalStateException("No system among the arguments of " + call.getMethod());
    }
    return systems;
  }

  private static <A extends Annotation> Optional<A> find(InvocationContext call, Class<A> type) {
    return Optional.ofNullable(call.getMethod().getAnnotation(type))
        .or(() -> Optional.ofNullable(call.getMethod().getDeclaringClass().getAnnotation(type)));
  }
}
