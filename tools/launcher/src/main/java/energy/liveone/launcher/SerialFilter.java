package energy.liveone.launcher;

/**
 * What the server's JVM never takes back from bytes. No page, route or push reads serialised
 * objects, and view state stays on the server; what still does are the data grid between nodes and
 * the batch repository. Should somebody write into those, the known ways from an object to a
 * command are closed.
 *
 * @see java.io.ObjectInputFilter.Config#createFilter
 */
final class SerialFilter {
  private static final String PATTERN =
      String.join(
          ";",
          "maxdepth=200",
          "maxarray=10000000",
          "!com.sun.rowset.**",
          "!com.sun.jndi.**",
          "!com.sun.org.apache.xalan.**",
          "!com.sun.org.apache.bcel.**",
          "!com.sun.org.apache.xpath.**",
          "!javax.management.BadAttributeValueExpException",
          "!javax.swing.**",
          "!java.rmi.server.UnicastRemoteObject",
          "!sun.rmi.server.**",
          "!org.apache.commons.collections.functors.*",
          "!org.apache.commons.collections4.functors.*",
          "!org.apache.commons.beanutils.**",
          "!org.codehaus.groovy.runtime.**",
          "!org.springframework.beans.factory.**",
          "!org.hibernate.**");

  private SerialFilter() {}

  /** The option of the JVM. */
  static String option() {
    return "-Djdk.serialFilter=" + PATTERN;
  }

  static String pattern() {
    return PATTERN;
  }
}
