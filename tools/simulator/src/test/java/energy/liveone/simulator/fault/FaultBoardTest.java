package energy.liveone.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultBoardTest {

  private final FaultBoard board = new FaultBoard();

  private FaultView view(String site, CallKind kind) {
    return board.view("acme", List.of(site), kind);
  }

  @Test
  void faultOfAVendorStrikesAllItsSitesAndNoOtherVendor() {
    board.put("acme", FaultBoard.ALL_SITES, Faults.of("{\"http500\":true}"));

    assertThat(view("1", CallKind.DATA).strikes(FaultName.HTTP_500)).isTrue();
    assertThat(board.view("other", List.of("1"), CallKind.DATA).strikes(FaultName.HTTP_500))
        .isFalse();
  }

  @Test
  void faultOfASiteStrikesThatSiteOnly() {
    board.put("acme", "1", Faults.of("{\"stale\":true}"));

    assertThat(view("1", CallKind.DATA).strikes(FaultName.STALE)).isTrue();
    assertThat(view("2", CallKind.DATA).strikes(FaultName.STALE)).isFalse();
  }

  @Test
  void settingOfASiteGoesBeforeThatOfItsVendor() {
    board.put("acme", FaultBoard.ALL_SITES, Faults.of("{\"slow\":1000}"));
    board.put("acme", "1", Faults.of("{\"slow\":5}"));

    assertThat(view("1", CallKind.DATA).claim(FaultName.SLOW).flatMap(Fault::number)).contains(5.0);
    assertThat(view("2", CallKind.DATA).claim(FaultName.SLOW).flatMap(Fault::number))
        .contains(1000.0);
  }

  @Test
  void limitedFaultIsUsedUpByCallsNotByQuestions() {
    board.put("acme", "1", Faults.of("{\"http503\":{\"times\":2}}"));
    FaultView first = view("1", CallKind.DATA);

    assertThat(first.strikes(FaultName.HTTP_503)).isTrue();
    assertThat(first.strikes(FaultName.HTTP_503)).isTrue();
    assertThat(view("1", CallKind.DATA).strikes(FaultName.HTTP_503)).isTrue();
    assertThat(view("1", CallKind.DATA).strikes(FaultName.HTTP_503)).isFalse();
  }

  @Test
  void faultMeantForLoginsLeavesDataAlone() {
    board.put("acme", "1", Faults.of("{\"http500\":{\"on\":\"login\",\"times\":1}}"));

    assertThat(view("1", CallKind.DATA).strikes(FaultName.HTTP_500)).isFalse();
    assertThat(view("1", CallKind.LOGIN).strikes(FaultName.HTTP_500)).isTrue();
  }

  @Test
  void clearingAVendorClearsItsSites() {
    board.put("acme", FaultBoard.ALL_SITES, Faults.of("{\"http500\":true}"));
    board.put("acme", "1", Faults.of("{\"stale\":true}"));

    board.clear("acme");

    assertThat(view("1", CallKind.DATA).strikes(FaultName.STALE)).isFalse();
    assertThat(view("1", CallKind.DATA).strikes(FaultName.HTTP_500)).isFalse();
  }

  @Test
  void journalLearnsOnlyOfFaultsThatStruck() {
    FaultView view = Faults.view("{\"stale\":true,\"http500\":true}");

    view.strikes(FaultName.STALE);
    view.strikes(FaultName.SLOW);

    assertThat(view.struck()).containsExactly("stale");
  }
}
