package energy.liveone.product;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one {@link Product} that all of them share: started with the first test that asks
 * for it, stopped after the last. Tests must not depend on each other's systems; each makes its
 * own.
 */
public final class RunningProduct implements ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(RunningProduct.class);

  private record Shared(Product product) implements AutoCloseable {
    @Override
    public void close() {
      product.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Product.class;
  }

  @Override
  public Product resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("product", key -> new Shared(Product.start(Map.of())), Shared.class)
        .product();
  }
}
