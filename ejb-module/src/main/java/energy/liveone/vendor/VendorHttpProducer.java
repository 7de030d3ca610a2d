package energy.liveone.vendor;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Makes the one {@link VendorHttp} of the application, on threads of the container. */
@ApplicationScoped
public class VendorHttpProducer {
  private static final String BUILD = "/META-INF/maven/energy.liveone/liveone-ejb/pom.properties";

  @Resource private ManagedThreadFactory threads;

  /** Starts it. */
  @Produces
  @Singleton
  public VendorHttp start() {
    return new VendorHttp(HttpLimits.STANDARD, "LiveOneEE/" + version(), fewThreads(threads));
  }

  /** Ends it. */
  public void stop(@Disposes VendorHttp http) {
    http.close();
  }

  /** Threads for work that never waits; a few more than cores, as resolving a name may block. */
  static ExecutorService fewThreads(ThreadFactory threads) {
    int size = 2 + 2 * Runtime.getRuntime().availableProcessors();
    return new ThreadPoolExecutor(
        size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), threads);
  }

  /** The version that Maven packed; classes outside a jar have none. */
  private static String version() {
    try (InputStream build = VendorHttpProducer.class.getResourceAsStream(BUILD)) {
      Properties properties = new Properties();
      if (build != null) {
        properties.load(build);
      }
      return properties.getProperty("version", "development");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
