package io.gatehouse.database;

import java.sql.Types;
import java.util.UUID;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Binds UUIDs: Jdbi's own binds a missing one as text, which PostgreSQL refuses. */
final class UuidArguments extends AbstractArgumentFactory<UUID> {

  UuidArguments() {
    super(Types.OTHER);
  }

  @Override
  protected Argument build(UUID value, ConfigRegistry config) {
    return (position, statement, _) -> statement.setObject(position, value);
  }
}
