package dev.s3emulator;

import dev.s3emulator.internal.auth.Credential;
import dev.s3emulator.internal.auth.Identities;
import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.auth.mfa.TokenDevice;
import dev.s3emulator.internal.auth.policy.PolicyReader;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.engine.IdSource;
import dev.s3emulator.internal.protocol.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The users of one server, in the order in which they came. Safe for use by many threads. */
final class Users {

  /** As long as the longest session that AWS's STS gives. */
  private static final Duration MAX_LIFETIME = Duration.ofHours(36);

  private final Identities identities;
  private final InstantSource clock;
  private final IdSource ids;

  private volatile List<User> all;

  /** Makes the registry; the first user is the default one. */
  Users(List<User> initial, SecondFactors secondFactors, InstantSource clock, IdSource ids) {
    this.clock = clock;
    this.ids = ids;
    Iterator<User> users = initial.iterator();
    User first = users.next();
    identities = new Identities(credential(first, first.caller()), secondFactors);
    limit(first, first.caller(), policies(first));
    identities.addEmail(first.email(), first.account());
    secondFactors.register(first.tokenDevices(), first.caller());
    all = List.of(first);
    users.forEachRemaining(this::add);
  }

  Identities identities() {
    return identities;
  }

  List<User> all() {
    return all;
  }

  /** Returns as whom unknown keys act. */
  User defaultUser() {
    return all.get(0);
  }

  synchronized void add(User user) {
    if (find(user.name()).isPresent()) {
      throw new IllegalStateException("There is a user \"" + user.name() + "\" already.");
    }
    List<Policy> policies = policies(user);
    List<TokenDevice> devices = user.tokenDevices();
    identities.secondFactors().requireNew(devices);
    Caller caller = caller(user);
    // Its key must not work for a moment without them.
    limit(user, caller, policies);
    identities.add(credential(user, caller));
    identities.secondFactors().register(devices, caller);
    identities.addEmail(user.email(), identities.account(user.account()));
    List<User> next = new ArrayList<>(all);
    next.add(user);
    all = List.copyOf(next);
  }

  /** Adds a user of an earlier server, if this one was not given another in its place. */
  synchronized void addUnlessKnown(User user) {
    boolean known =
        find(user.name()).isPresent()
            || identities.find(user.accessKey().accessKeyId()).isPresent();
    if (!known) {
      add(user);
    }
  }

  AccessKey temporaryCredentials(User user, Duration lifetime) {
    if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "Temporary credentials live up to 36 hours, not " + lifetime + ".");
    }
    Caller caller = requireCaller(user);
    // A session token of AWS is opaque; nobody may rely on its form.
    AccessKey key =
        new AccessKey("ASIA" + ids.requestId(), secret(), Optional.of("session/" + ids.hostId()));
    Instant end = clock.instant().plus(lifetime);
    identities.addTemporary(
        new Credential(
            key.accessKeyId(),
            key.secretAccessKey(),
            key.sessionToken(),
            Optional.of(end),
            caller.withAccessKey(key.accessKeyId())));
    return key;
  }

  /**
   * Returns a user as the one who makes a request.
   *
   * @throws IllegalArgumentException if the user is none of this server
   */
  Caller requireCaller(User user) {
    if (find(user.name()).filter(user::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "The user \"" + user.name() + "\" is none of this server: add it first.");
    }
    return caller(user).withAccessKey(user.accessKey().accessKeyId());
  }

  private String secret() {
    return ids.hostId().substring(0, 40);
  }

  private Optional<User> find(String name) {
    return all.stream().filter(user -> user.name().equals(name)).findFirst();
  }

  /** Users of one account share what the first of them said about it. */
  private Caller caller(User user) {
    Owner account = identities.account(user.account());
    return user.isRoot() ? Caller.root(account) : Caller.user(account, user.name());
  }

  /** Nothing that a root is given limits it. */
  private void limit(User user, Caller caller, List<Policy> policies) {
    if (!user.isRoot()) {
      identities.setPolicies(caller, policies);
    }
  }

  private static List<Policy> policies(User user) {
    if (user.isRoot()) {
      // Nothing limits a root; nor must a server without policies load what reads them.
      return List.of();
    }
    try {
      return user.policies().stream().map(PolicyReader::userPolicy).toList();
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "The user \"" + user.name() + "\" has a wrong policy: " + wrong.getMessage(), wrong);
    }
  }

  private static Credential credential(User user, Caller caller) {
    return Credential.permanent(
        user.accessKey().accessKeyId(), user.accessKey().secretAccessKey(), caller);
  }
}
