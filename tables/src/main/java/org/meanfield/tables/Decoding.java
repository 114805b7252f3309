package org.meanfield.tables;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;

/// Bytes to text: UTF-8 without a byte order mark and nothing else.
final class Decoding {
  private Decoding() {}

  /// {@return the text}
  ///
  /// @throws BadInput with the place of the first byte that is wrong
  static String utf8(byte[] bytes, String file) throws BadInput {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      throw new BadInput(
          new Place(file, 1, 1),
          "the file begins with a byte order mark; save it as UTF-8 without BOM");
    }
    if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
      throw new BadInput(new Place(file, 1, 1), "the file is UTF-16; save it as UTF-8 without BOM");
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    // Replaced bytes show as U+FFFD, which may also have been meant.
    if (text.indexOf('\uFFFD') >= 0) {
      checkEachByte(bytes, file);
    }
    return text;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static void checkEachByte(byte[] bytes, String file) throws BadInput {
    CharBuffer decoded = CharBuffer.allocate(bytes.length);
    ByteBuffer source = ByteBuffer.wrap(bytes);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(source, decoded, true);
    if (result.isError()) {
      int line = 1;
      int column = 1;
      decoded.flip();
      for (int c : decoded.codePoints().toArray()) {
        line += c == '\n' ? 1 : 0;
        column = c == '\n' ? 1 : column + 1;
      }
      throw new BadInput(
          new Place(file, line, column),
          "the byte 0x%02X is not UTF-8; save the file as UTF-8"
              .formatted(bytes[source.position()] & 0xFF));
    }
  }
}
