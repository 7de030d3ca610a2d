package energy.liveone.simulator.http;

import energy.liveone.simulator.http.Answer.Cut;
import energy.liveone.simulator.vendor.Reply.Header;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.xnio.IoUtils;

/** Puts an answer on the wire, or part of it. */
final class AnswerSender {

  private AnswerSender() {}

  static void send(HttpServerExchange exchange, Answer answer) {
    if (answer.cut() == Cut.BEFORE) {
      IoUtils.safeClose(exchange.getConnection());
      return;
    }
    exchange.setStatusCode(answer.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
    for (Header header : answer.headers()) {
      exchange.getResponseHeaders().add(new HttpString(header.name()), header.value());
    }
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.setResponseContentLength(body.length);
    if (answer.cut() == Cut.MID_BODY) {
      ByteBuffer half = ByteBuffer.wrap(body, 0, body.length / 2);
      exchange.getResponseSender().send(half, new HangUp());
    } else {
      exchange.getResponseSender().send(ByteBuffer.wrap(body));
    }
  }

  /** Closes the connection although the announced length was not reached. */
  private static final class HangUp implements IoCallback {

    @Override
    public void onComplete(HttpServerExchange exchange, Sender sender) {
      IoUtils.safeClose(exchange.getConnection());
    }

    @Override
    public void onException(HttpServerExchange exchange, Sender sender, IOException failure) {
      IoUtils.safeClose(exchange.getConnection());
    }
  }
}
