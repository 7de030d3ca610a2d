package energy.liveone.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shell commands of a documentation page, by the heading above them. */
record DocumentedCommands(String page) {
  static DocumentedCommands of(Path file) throws IOException {
    return new DocumentedCommands(Files.readString(file));
  }

  /** The one {@code sh} block under this heading. */
  String under(String heading) {
    Matcher block =
        Pattern.compile(
                "^## " + Pattern.quote(heading) + "$(?:(?!^## ).)*?^```sh\n(.*?)^```$",
                Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(page);
    if (!block.find()) {
      throw new IllegalArgumentException("No commands under " + heading);
    }
    return block.group(1);
  }
}
