package energy.liveone.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DatabaseAccessTest {
  @Test
  void theApplicationPreparesStatementsOnTheServer() {
    assertThat(access("jdbc:mariadb://db:3306/liveone").applicationUrl())
        .isEqualTo("jdbc:mariadb://db:3306/liveone?useServerPrepStmts=true");
    assertThat(access("jdbc:mariadb://db/liveone?sslMode=trust").applicationUrl())
        .isEqualTo("jdbc:mariadb://db/liveone?sslMode=trust&useServerPrepStmts=true");
  }

  @Test
  void theOperatorsOwnChoiceStays() {
    String url = "jdbc:mariadb://db/liveone?useServerPrepStmts=false";

    assertThat(access(url).applicationUrl()).isEqualTo(url);
  }

  private static DatabaseAccess access(String url) {
    return new DatabaseAccess(url, "liveone", "secret");
  }
}
