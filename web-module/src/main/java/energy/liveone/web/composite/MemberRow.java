package energy.liveone.web.composite;

import energy.liveone.composite.Member;
import energy.liveone.composite.WantedMember;
import energy.liveone.system.SystemId;
import energy.liveone.web.live.SystemPanel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A system that is or may become a member, as the form has it.
 *
 * @param kwh usable capacity of its battery as it was typed; empty for what the vendor tells
 * @param order its place as it was typed, from 1; empty for the end
 */
public record MemberRow(int id, String name, boolean chosen, String kwh, String order) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}([.,][0-9]{1,3})?");
  private static final Pattern PLACE = Pattern.compile("[0-9]{1,3}");

  /** Members in their order, then what else the reader may see. */
  static List<MemberRow> of(List<Member> members, List<SystemPanel> systems) {
    Map<Integer, MemberRow> rows = new LinkedHashMap<>();
    for (Member member : members) {
      Double kwh = member.batteryKwhOrNull();
      int id = member.system().value();
      rows.put(
          id,
          new MemberRow(
              id,
              member.name(),
              true,
              kwh == null ? "" : plain(kwh),
              Integer.toString(rows.size() + 1)));
    }
    for (SystemPanel system : systems) {
      rows.putIfAbsent(system.id(), new MemberRow(system.id(), system.name(), false, "", ""));
    }
    return List.copyOf(rows.values());
  }

  private static String plain(double kwh) {
    return kwh == Math.rint(kwh) ? Long.toString((long) kwh) : Double.toString(kwh);
  }

  /** The same row with what was typed. */
  MemberRow typed(HttpServletRequest request) {
    String[] chosenNow = request.getParameterValues("member");
    boolean isChosen = chosenNow != null && List.of(chosenNow).contains(Integer.toString(id));
    return new MemberRow(
        id,
        name,
        isChosen,
        Optional.ofNullable(request.getParameter("kwh-" + id)).orElse("").strip(),
        Optional.ofNullable(request.getParameter("order-" + id)).orElse("").strip());
  }

  /** Whether the capacity can be read. */
  boolean isReadable() {
    return !chosen || kwh.isEmpty() || NUMBER.matcher(kwh).matches();
  }

  /** The chosen ones in the order that was typed. */
  static List<WantedMember> wanted(List<MemberRow> rows) {
    List<MemberRow> sorted = new ArrayList<>(rows.stream().filter(MemberRow::chosen).toList());
    sorted.sort(Comparator.comparingInt(MemberRow::place));
    return sorted.stream()
        .map(
            row ->
                new WantedMember(
                    new SystemId(row.id),
                    row.kwh.isEmpty() ? null : Double.valueOf(row.kwh.replace(',', '.'))))
        .toList();
  }

  private int place() {
    return PLACE.matcher(order).matches() ? Integer.parseInt(order) : Integer.MAX_VALUE;
  }
}
