package energy.liveone.product;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The tests of a class use the one {@link Product} that all such classes share, and take turns at
 * it. Classes with a product of their own run beside them, because most of either's time is waiting
 * for timers.
 */
@Documented
@Execution(ExecutionMode.SAME_THREAD)
@ExtendWith(RunningProduct.class)
@Retention(RUNTIME)
@Target(TYPE)
public @interface SharedProduct {}
