package energy.liveone.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The accounts of the embedded database. Passwords are made once and lie in the secrets directory;
 * MariaDB is told them at every start by a private file that it runs before it listens. So there is
 * no moment with an open account, an interrupted first start mends itself, and a lost secrets
 * directory is replaced by new passwords.
 */
record MariaDbAccounts(String rootPassword, String password) {
  static final String USER = "liveone";

  static MariaDbAccounts in(Secrets secrets) {
    return new MariaDbAccounts(
        secrets.hexadecimal("mariadb-root-password", 24),
        secrets.hexadecimal("mariadb-liveone-password", 24));
  }

  /**
   * The account {@code liveone} owns every schema whose name starts with {@code liveone}: the
   * product's own, the job repository's and those that tests make. MariaDB runs one statement a
   * line here.
   */
  void writeStatements(Path file) throws IOException {
    String root = "'root'@'127.0.0.1'";
    String liveone = "'" + USER + "'@'127.0.0.1'";
    Files.createDirectories(file.toAbsolutePath().getParent());
    Secrets.writePrivate(
        file,
        String.join(
            "\n",
            "DELETE FROM mysql.global_priv WHERE User IN ('root', '') AND Host <> '127.0.0.1';",
            "DELETE FROM mysql.proxies_priv;",
            "FLUSH PRIVILEGES;",
            "CREATE USER IF NOT EXISTS " + root + " IDENTIFIED BY '" + rootPassword + "';",
            "ALTER USER " + root + " IDENTIFIED BY '" + rootPassword + "';",
            "GRANT ALL PRIVILEGES ON *.* TO " + root + " WITH GRANT OPTION;",
            "CREATE USER IF NOT EXISTS " + liveone + " IDENTIFIED BY '" + password + "';",
            "ALTER USER " + liveone + " IDENTIFIED BY '" + password + "';",
            "GRANT ALL PRIVILEGES ON `liveone%`.* TO " + liveone + ";",
            "CREATE DATABASE IF NOT EXISTS liveone CHARACTER SET utf8mb4;",
            ""));
  }
}
