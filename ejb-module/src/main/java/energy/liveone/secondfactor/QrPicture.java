package energy.liveone.secondfactor;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code, drawn here so that no other service sees it. */
public final class QrPicture {
  /** Empty modules around the code, without which readers do not find it. */
  private static final int QUIET = 4;

  private final QrCode code;

  private QrPicture(QrCode code) {
    this.code = code;
  }

  /** The picture of a text of some hundred characters at most. */
  public static QrPicture of(String text) {
    return new QrPicture(QrCode.encodeText(text, QrCode.Ecc.MEDIUM));
  }

  /** Width and height, in modules. */
  public int size() {
    return code.size + 2 * QUIET;
  }

  /** The dark modules as the path of an SVG whose view box is as large as the picture. */
  public String path() {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(' ').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }

  /** The picture as an SVG document, dark on white in any theme, as readers want it. */
  public String svg() {
    return ("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %1$d\">"
            + "<path fill=\"#fff\" d=\"M0 0h%1$dv%1$dH0z\"/><path d=\"%2$s\"/></svg>")
        .formatted(size(), path());
  }
}
