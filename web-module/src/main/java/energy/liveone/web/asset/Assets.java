package energy.liveone.web.asset;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All assets, read once. Style sheets are served with their imports inlined. The version is a
 * digest of everything, because modules import each other by relative address and so share one
 * version.
 */
@Named
@ApplicationScoped
public class Assets {
  private static final String ROOT = "/assets/";
  private static final String WEBJAR = "META-INF/maven/org.webjars/%s/pom.properties";
  private static final String IN_WEBJAR = "META-INF/resources/webjars/%s/%s/%s";
  private static final Pattern IMPORT = Pattern.compile("@import url\\(\"([\\w.-]+)\"\\);\n");

  /** Modules that few visits need: they are loaded when somebody begins to arrange points. */
  private static final String ON_DEMAND = "js/point-arrange";

  private static final int VERSION_DIGITS = 12;

  private final ServletContext context;
  private final Map<String, Asset> byPath = new TreeMap<>();
  private String version = "";

  @Inject
  public Assets(ServletContext context) {
    this.context = context;
  }

  /** For the container's proxies. */
  @SuppressWarnings("NullAway")
  protected Assets() {
    this(null);
  }

  @PostConstruct
  void load() {
    addAll(ROOT);
    add("echarts.js", webjar("echarts", "echarts.min.js"));
    add("swagger-ui.js", webjar("swagger-ui", "swagger-ui-bundle.js"));
    add("swagger-ui.css", webjar("swagger-ui", "swagger-ui.css"));
    MessageDigest digest = sha256();
    byPath.forEach(
        (path, asset) -> {
          digest.update(path.getBytes(StandardCharsets.UTF_8));
          digest.update(asset.plain());
        });
    version = HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
  }

  private void addAll(String folder) {
    Set<String> paths = Optional.ofNullable(context.getResourcePaths(folder)).orElse(Set.of());
    for (String path : paths) {
      if (path.endsWith("/")) {
        addAll(path);
      } else {
        add(path.substring(ROOT.length()), path.endsWith(".css") ? styleSheet(path) : file(path));
      }
    }
  }

  private void add(String path, byte[] content) {
    byPath.put(path, Asset.of(path, content));
  }

  private byte[] styleSheet(String path) {
    String text = new String(file(path), StandardCharsets.UTF_8);
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String whole =
        IMPORT
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        new String(file(folder + found.group(1)), StandardCharsets.UTF_8)));
    return whole.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] file(String path) {
    return bytes(path, context.getResourceAsStream(path));
  }

  /** By class loader, which finds it in a WAR's own library and in an EAR's shared one. */
  private static byte[] webjar(String name, String file) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Properties webjar = new Properties();
    String description = WEBJAR.formatted(name);
    try (InputStream in = loader.getResourceAsStream(description)) {
      webjar.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + description, e);
    }
    String path = IN_WEBJAR.formatted(name, webjar.getProperty("version"), file);
    return bytes(path, loader.getResourceAsStream(path));
  }

  private static byte[] bytes(String path, InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java runtime lacks SHA-256", e);
    }
  }

  /** Changes when any asset does. */
  public String version() {
    return version;
  }

  /** The address of an asset, to be kept by browsers for good. */
  public String url(String path) {
    return context.getContextPath() + ROOT + version + "/" + path;
  }

  /**
   * The addresses of the script modules that pages start with, so that browsers need not find them
   * one by one.
   */
  public List<String> getModules() {
    return byPath.keySet().stream()
        .filter(path -> path.startsWith("js/") && !path.startsWith(ON_DEMAND))
        .map(this::url)
        .toList();
  }

  Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
