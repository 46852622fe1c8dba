package io.gatehouse.store;

/** A change of the people that their rules do not allow; nothing was changed. */
public final class StaffRuleException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Rule rule;

  /** What is not allowed. */
  public enum Rule {
    NAME_EMPTY,
    NAME_TAKEN,
    FIRST_IS_SUPERVISOR,
    LAST_SUPERVISOR
  }

  StaffRuleException(Rule rule) {
    super(
        switch (rule) {
          case NAME_EMPTY -> "A person needs a name.";
          case NAME_TAKEN -> "An active person has this name already.";
          case FIRST_IS_SUPERVISOR -> "The first person must be a supervisor.";
          case LAST_SUPERVISOR -> "One active supervisor must be left.";
        });
    this.rule = rule;
  }

  public Rule rule() {
    return rule;
  }
}
