package energy.liveone.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;

import energy.liveone.vendor.HttpOutcome.Answer;
import energy.liveone.vendor.HttpOutcome.NoAnswer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which adapters call vendors: non-blocking, HTTP/1.1, no redirects, no cookies of
 * its own, everything limited. Safe for hundreds of calls at once on the few threads of its
 * executor; how many calls are in flight is bounded by the caller. Stages never complete
 * exceptionally, and no failure text holds a URL.
 */
public final class VendorHttp implements AutoCloseable {
  private final HttpLimits limits;
  private final String userAgent;
  private final ExecutorService executor;
  private final HttpClient client;

  /**
   * @param executor runs what follows an answer; ends with {@link #close}
   * @param userAgent sent with every call
   */
  public VendorHttp(HttpLimits limits, String userAgent, ExecutorService executor) {
    this.limits = limits;
    this.userAgent = userAgent;
    this.executor = executor;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(limits.connect())
            .executor(executor)
            .build();
  }

  /** Makes a call; the outcome is complete, body included. */
  public CompletionStage<HttpOutcome> send(HttpCall call) {
    CompletableFuture<HttpResponse<String>> exchange;
    try {
      exchange = client.sendAsync(request(call), info -> new LimitedBody(limits.maxBodyBytes()));
    } catch (IllegalArgumentException e) {
      return CompletableFuture.completedStage(
          noAnswer(FailureCode.INTERNAL, "The call could not be built"));
    }
    // The client's own limit ends with the headers; this one covers the body too.
    return exchange
        .copy()
        .orTimeout(limits.total().toMillis(), TimeUnit.MILLISECONDS)
        .handleAsync((response, error) -> outcome(exchange, response, error), executor);
  }

  private HttpRequest request(HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .header("User-Agent", userAgent)
            .method(call.method(), publisher(call.body()));
    call.headers().forEach(request::header);
    return request.build();
  }

  private static BodyPublisher publisher(String body) {
    return body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body, UTF_8);
  }

  private HttpOutcome outcome(
      CompletableFuture<HttpResponse<String>> exchange,
      @Nullable HttpResponse<String> response,
      @Nullable Throwable error) {
    if (response != null) {
      return new Answer(response.statusCode(), response.headers(), response.body());
    }
    exchange.cancel(true);
    return explain(error instanceof CompletionException e ? e.getCause() : error);
  }

  private HttpOutcome explain(@Nullable Throwable error) {
    if (error instanceof TimeoutException || error instanceof HttpTimeoutException) {
      return noAnswer(
          FailureCode.TIMEOUT,
          "No complete answer within %d ms".formatted(limits.total().toMillis()));
    }
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof LimitedBody.TooLarge) {
        return noAnswer(
            FailureCode.BAD_RESPONSE,
            "The answer is larger than %d bytes".formatted(limits.maxBodyBytes()));
      }
      if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
        return noAnswer(FailureCode.VENDOR_UNAVAILABLE, "The vendor's host name is not known");
      }
      if (cause instanceof SSLException) {
        return noAnswer(FailureCode.VENDOR_UNAVAILABLE, "No secure connection to the vendor");
      }
    }
    if (error instanceof ConnectException) {
      return noAnswer(FailureCode.VENDOR_UNAVAILABLE, "The vendor refused the connection");
    }
    if (error instanceof IOException) {
      return noAnswer(FailureCode.VENDOR_UNAVAILABLE, "The vendor dropped the connection");
    }
    return noAnswer(FailureCode.INTERNAL, "The call failed for a reason of our own");
  }

  private static HttpOutcome noAnswer(FailureCode code, String detail) {
    return new NoAnswer(Failure.of(code, detail));
  }

  /** Lets calls in flight fail. */
  @Override
  public void close() {
    executor.shutdownNow();
  }
}
