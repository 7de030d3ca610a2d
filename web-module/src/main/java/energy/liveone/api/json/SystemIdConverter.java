package energy.liveone.api.json;

import energy.liveone.system.SystemId;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** System ids in paths; what cannot be one is a path that does not exist. */
@Provider
public class SystemIdConverter implements ParamConverterProvider {
  @Override
  @SuppressWarnings("unchecked") // T is SystemId, as just compared
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> rawType, Type genericType, Annotation[] annotations) {
    return rawType == SystemId.class ? (ParamConverter<T>) new Converter() : null;
  }

  private static final class Converter implements ParamConverter<SystemId> {
    @Override
    public SystemId fromString(String value) {
      return SystemId.parse(value).orElseThrow(NotFoundException::new);
    }

    @Override
    public String toString(SystemId value) {
      return value.toString();
    }
  }
}
