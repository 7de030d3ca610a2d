package energy.liveone.web.problem;

import energy.liveone.access.AccessRefused;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Optional;

/**
 * Answers refused access and expired views with their own pages; also to a script, which is told to
 * go there. Everything else is a fault and is left to the container's error page.
 */
public class PageExceptionHandler extends ExceptionHandlerWrapper {
  /** Wraps the handler of the platform. */
  public PageExceptionHandler(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    Iterator<ExceptionQueuedEvent> events = getUnhandledExceptionQueuedEvents().iterator();
    while (events.hasNext()) {
      Throwable thrown = events.next().getContext().getException();
      FacesContext faces = FacesContext.getCurrentInstance();
      Optional<AccessRefused> refused = cause(thrown, AccessRefused.class);
      Optional<ViewExpiredException> expired = cause(thrown, ViewExpiredException.class);
      if (refused.isPresent()) {
        events.remove();
        answer(faces, refused.get());
      } else if (expired.isPresent()) {
        events.remove();
        go(faces, "/problem/expired");
      }
    }
    getWrapped().handle();
  }

  private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (type.isInstance(each)) {
        return Optional.of(type.cast(each));
      }
    }
    return Optional.empty();
  }

  private static void answer(FacesContext faces, AccessRefused refused) {
    switch (refused.refusal()) {
      case NOT_SIGNED_IN -> go(faces, "/sign-in?from=" + here(faces.getExternalContext()));
      case NOT_ALLOWED -> send(faces, 403);
      case NOT_FOUND -> send(faces, 404);
    }
  }

  private static String here(ExternalContext external) {
    Object asked = external.getRequestMap().get(RequestDispatcher.FORWARD_REQUEST_URI);
    String path = asked == null ? external.getRequestServletPath() : asked.toString();
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  private static void go(FacesContext faces, String path) {
    ExternalContext external = faces.getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(FacesContext faces, int status) {
    if (faces.getPartialViewContext().isAjaxRequest()) {
      go(faces, status == 404 ? "/problem/not-found" : "/problem/forbidden");
      return;
    }
    try {
      faces.getExternalContext().responseSendError(status, null);
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }
}
