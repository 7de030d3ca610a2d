package energy.liveone.web.problem;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Makes a {@link PageExceptionHandler} for each request. */
public class PageExceptionHandlerFactory extends ExceptionHandlerFactory {
  /** Wraps the factory of the platform. */
  public PageExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new PageExceptionHandler(getWrapped().getExceptionHandler());
  }
}
