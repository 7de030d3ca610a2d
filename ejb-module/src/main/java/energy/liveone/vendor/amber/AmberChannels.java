package energy.liveone.vendor.amber;

import energy.liveone.vendor.VendorSystem;
import energy.liveone.vendor.amber.AmberChannel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The channels of a site in Amber's order.
 *
 * @param all at least one
 * @param known whether Amber named them; else they are taken to be the usual two, whatever their
 *     identifiers
 */
record AmberChannels(List<AmberChannel> all, boolean known) {
  /** Option of the system: {@code E1:general,B1:feedIn}, noted when the connection was tried. */
  static final String OPTION = "channels";

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9]{1,8}");
  private static final String USUAL = "E1:general,B1:feedIn";
  private static final int MAX_CHANNELS = 12;

  AmberChannels {
    all = List.copyOf(all);
  }

  /** The channels of a system; the usual two when nobody noted any. */
  static AmberChannels of(VendorSystem system) {
    List<AmberChannel> noted = parse(system.options().getOrDefault(OPTION, ""));
    return noted.isEmpty() ? usual() : new AmberChannels(noted, true);
  }

  /** The two that nearly every site has. */
  static AmberChannels usual() {
    return new AmberChannels(parse(USUAL), false);
  }

  /** Reads an option's text; what cannot be understood is left out. */
  static List<AmberChannel> parse(String option) {
    List<AmberChannel> channels = new ArrayList<>();
    for (String part : option.split(",")) {
      int colon = part.indexOf(':');
      if (colon > 0 && channels.size() < MAX_CHANNELS) {
        String identifier = part.substring(0, colon).strip();
        Kind.of(part.substring(colon + 1).strip())
            .filter(kind -> IDENTIFIER.matcher(identifier).matches())
            .ifPresent(kind -> add(channels, identifier, kind));
      }
    }
    return channels;
  }

  private static void add(List<AmberChannel> channels, String identifier, Kind kind) {
    boolean repeated = channels.stream().anyMatch(c -> c.identifier().equals(identifier));
    boolean first = channels.stream().noneMatch(c -> c.kind() == kind);
    String suffix = "_" + identifier.toLowerCase(Locale.ROOT);
    if (!repeated) {
      channels.add(new AmberChannel(identifier, kind, first ? "" : suffix));
    }
  }

  /** The text of the option for these. */
  static String option(List<AmberChannel> channels) {
    return channels.stream()
        .map(channel -> channel.identifier() + ":" + channel.kind().wireName())
        .collect(Collectors.joining(","));
  }

  /** The channel that tells what is the same for all: the first general one. */
  AmberChannel leading() {
    return all.stream().filter(c -> c.kind() == Kind.GENERAL).findFirst().orElse(all.get(0));
  }

  /**
   * The channel of a record. Usage names it; prices name only the kind, and where there are several
   * of a kind their records are taken to stand in the order of the channels: Amber does not say.
   *
   * @param place how many records of the same kind and interval stood before it
   */
  Optional<AmberChannel> of(AmberRecord interval, int place) {
    if (known && interval.identifier() != null) {
      return all.stream()
          .filter(c -> c.kind() == interval.kind())
          .filter(c -> c.identifier().equals(interval.identifier()))
          .findFirst();
    }
    return all.stream().filter(c -> c.kind() == interval.kind()).skip(place).findFirst();
  }
}
