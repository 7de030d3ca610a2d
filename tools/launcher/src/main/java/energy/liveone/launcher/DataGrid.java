package energy.liveone.launcher;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a server finds the others of its data grid: by TCP on the loopback address, never by
 * multicast. A server alone is a grid of one, because "no cluster" still binds the grid to all
 * addresses.
 *
 * @param name servers of another name are refused, so two installations on a machine never mix
 * @param port this server's own
 * @param members the ports of all servers of the grid
 */
public record DataGrid(String name, int port, List<Integer> members) {

  public static DataGrid alone() {
    int port = FreePort.any();
    return new DataGrid("liveone-" + port, port, List.of(port));
  }

  /** The grids of {@code nodes} servers that know each other. */
  public static List<DataGrid> of(int nodes) {
    List<Integer> ports = IntStream.range(0, nodes).mapToObj(i -> FreePort.any()).toList();
    return ports.stream()
        .map(port -> new DataGrid("liveone-" + ports.get(0), port, ports))
        .toList();
  }

  String clusterMode() {
    return "tcpip:"
        + members.stream().map(member -> "127.0.0.1:" + member).collect(Collectors.joining(","));
  }
}
