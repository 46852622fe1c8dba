package io.gatehouse.central.access;

import com.google.gson.JsonObject;
import io.gatehouse.central.common.Api;
import io.gatehouse.central.common.Bodies;
import io.gatehouse.central.common.Parameters;
import io.gatehouse.central.store.CentralDatabase;
import io.gatehouse.common.TimeSource;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who may sign in: the owner's list. */
public final class UsersApi implements Api {

  private static final int LONGEST_NAME = 100;

  private final CentralDatabase database;
  private final TimeSource time;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;

  /** Wires the routes. */
  public UsersApi(
      CentralDatabase database,
      TimeSource time,
      Passwords passwords,
      Sessions sessions,
      Audit audit) {
    this.database = database;
    this.time = time;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
  }

  private record Users(boolean success, List<Account> users) {}

  private record Answer(boolean success, Account user) {}

  private record AnswerWithPassword(boolean success, Account user, String password) {}

  /** What is to change; what is empty stays. */
  private record Change(Optional<Role> role, Optional<Boolean> active, Optional<String> kept) {}

  @Override
  public void register(RoutesConfig routes) {
    routes.get("/api/users", this::list, Permission.READ_ADMINISTRATION);
    routes.post("/api/users", this::add, Permission.ADMINISTER);
    routes.put("/api/users/{id}", this::change, Permission.ADMINISTER);
  }

  private void list(Context context) {
    context.json(new Users(true, database.jdbi().withHandle(Accounts::all)));
  }

  private void add(Context context) {
    JsonObject body = Bodies.object(context);
    String name = Bodies.text(body, "name", LONGEST_NAME);
    Role role = role(Bodies.text(body, "role"));
    String password = passwords.oneTime();
    String kept = passwords.kept(password);
    Account account =
        database.jdbi().inTransaction(handle -> add(handle, context, name, role, kept));
    context.status(HttpStatus.CREATED).json(new AnswerWithPassword(true, account, password));
  }

  private Account add(Handle handle, Context context, String name, Role role, String kept) {
    if (Accounts.named(handle, name).isPresent()) {
      throw new ConflictResponse("there is somebody of this name");
    }
    long id = Accounts.insert(handle, name, role, kept, Callers.of(context).name(), time.now());
    audit.change(handle, audit.row(context, AuditAction.USER_ADDED, name + ", " + role));
    return Accounts.find(handle, id).orElseThrow();
  }

  private void change(Context context) {
    long id = Parameters.id(context);
    JsonObject body = Bodies.object(context);
    Optional<String> password =
        Bodies.findBoolean(body, "reset_password")
            .filter(Boolean::booleanValue)
            .map(_ -> passwords.oneTime());
    Change change =
        new Change(
            Bodies.findText(body, "role").map(UsersApi::role),
            Bodies.findBoolean(body, "active"),
            password.map(passwords::kept));
    Account account = database.jdbi().inTransaction(handle -> change(handle, context, id, change));
    context.json(
        password.isPresent()
            ? new AnswerWithPassword(true, account, password.get())
            : new Answer(true, account));
  }

  private Account change(Handle handle, Context context, long id, Change change) {
    int owners = Accounts.owners(handle);
    Account before =
        Accounts.find(handle, id).orElseThrow(() -> new NotFoundResponse("there is no such user"));
    Role role = change.role().orElse(before.role());
    boolean active = change.active().orElse(before.active());
    boolean wasOwner = before.active() && before.role() == Role.OWNER;
    if (wasOwner && owners == 1 && !(active && role == Role.OWNER)) {
      throw new ConflictResponse("the last owner stays one");
    }
    Accounts.set(handle, id, role, active, time.now());
    change.kept().ifPresent(hash -> Accounts.setPassword(handle, id, hash, true, time.now()));
    if (change.kept().isPresent() || !active) {
      sessions.closeAll(handle, id);
    }
    String what =
        "%s: %s, %s%s"
            .formatted(
                before.name(),
                role,
                active ? "active" : "no access",
                change.kept().isPresent() ? ", new password" : "");
    audit.change(handle, audit.row(context, AuditAction.USER_CHANGED, what));
    return Accounts.find(handle, id).orElseThrow();
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new BadRequestResponse("'role' is one of " + Arrays.toString(Role.values())));
  }
}
