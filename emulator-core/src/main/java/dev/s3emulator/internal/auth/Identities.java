package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.mfa.SecondFactors;
import dev.s3emulator.internal.domain.Owner;
import dev.s3emulator.internal.domain.policy.Policy;
import dev.s3emulator.internal.protocol.Caller;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts and access keys of one server.
 *
 * <p>Whoever looks a key up reads an immutable map and never waits; who adds one copies the map.
 * Permanent keys stay. Of temporary ones only the newest {@value #MAX_TEMPORARY} are kept, whether
 * they have ended or not, since a key that has ended is answered in another way than an unknown
 * one. Safe for use by many threads.
 */
public final class Identities implements Credentials {

  /** More users than this are a mistake of a test that adds them in a loop. */
  static final int MAX_PERMANENT = 10_000;

  static final int MAX_TEMPORARY = 1_000;

  private final Caller defaultCaller;
  private final SecondFactors secondFactors;
  private final Map<String, Owner> accounts = new HashMap<>();
  private final Map<String, Owner> accountsByEmail = new HashMap<>();

  private volatile Map<String, List<Policy>> policiesByArn = Map.of();
  private volatile Map<String, Credential> permanent = Map.of();
  private volatile Map<String, Credential> temporary = Map.of();

  /**
   * Makes a registry that knows one key; its caller is the default one.
   *
   * @param secondFactors the devices of the users
   */
  public Identities(Credential first, SecondFactors secondFactors) {
    this.secondFactors = secondFactors;
    add(first);
    defaultCaller = first.caller();
  }

  /**
   * Returns the policies of a user, or empty if nothing was said about it: then nothing limits it.
   *
   * @param user a user of an account, not its root
   */
  public Optional<List<Policy>> policies(Caller user) {
    return Optional.ofNullable(policiesByArn.get(user.arn()));
  }

  /** Gives a user these policies in the place of those it has, for all its keys. */
  public synchronized void setPolicies(Caller user, List<Policy> policies) {
    Map<String, List<Policy>> next = new HashMap<>(policiesByArn);
    next.put(user.arn(), List.copyOf(policies));
    policiesByArn = Collections.unmodifiableMap(next);
  }

  /** Returns the devices of the users. */
  public SecondFactors secondFactors() {
    return secondFactors;
  }

  /** Returns as whom unknown keys and anonymous requests act in the lenient mode. */
  public Caller defaultCaller() {
    return defaultCaller;
  }

  /** Returns the account of this id as it is registered, or the given one if it is new. */
  public synchronized Owner account(Owner account) {
    return accounts.getOrDefault(account.accountId(), account);
  }

  /** Returns the account that this email address belongs to. */
  public synchronized Optional<Owner> accountByEmail(String address) {
    return Optional.ofNullable(accountsByEmail.get(address.toLowerCase(Locale.ROOT)));
  }

  /** Lets ACLs name an account by an email address; the first account that has it keeps it. */
  public synchronized void addEmail(String address, Owner account) {
    accountsByEmail.putIfAbsent(address.toLowerCase(Locale.ROOT), account);
  }

  /**
   * Adds a permanent key.
   *
   * @throws IllegalArgumentException if its account has another canonical id already
   * @throws IllegalStateException if the key is there already, or if there are too many
   */
  public synchronized void add(Credential credential) {
    Owner account = credential.caller().account();
    requireSameCanonicalId(account);
    requireNew(credential.accessKeyId());
    if (permanent.size() >= MAX_PERMANENT) {
      throw new IllegalStateException(
          "A server keeps at most " + MAX_PERMANENT + " permanent access keys.");
    }
    accounts.putIfAbsent(account.accountId(), account);
    Map<String, Credential> next = new HashMap<>(permanent);
    next.put(credential.accessKeyId(), credential);
    permanent = Collections.unmodifiableMap(next);
  }

  /**
   * Adds a temporary key, and forgets the oldest one if there are too many.
   *
   * @throws IllegalStateException if the key is there already
   */
  public synchronized void addTemporary(Credential credential) {
    requireNew(credential.accessKeyId());
    Map<String, Credential> next = new LinkedHashMap<>(temporary);
    if (next.size() >= MAX_TEMPORARY) {
      next.remove(next.keySet().iterator().next());
    }
    next.put(credential.accessKeyId(), credential);
    temporary = Collections.unmodifiableMap(next);
  }

  @Override
  public Optional<Credential> find(String accessKeyId) {
    Credential found = permanent.get(accessKeyId);
    return Optional.ofNullable(found != null ? found : temporary.get(accessKeyId));
  }

  @Override
  public List<Credential> all() {
    List<Credential> all = new ArrayList<>(permanent.values());
    all.addAll(temporary.values());
    return all;
  }

  private void requireNew(String accessKeyId) {
    if (find(accessKeyId).isPresent()) {
      throw new IllegalStateException(
          "The access key \"" + accessKeyId + "\" belongs to another user already.");
    }
  }

  private void requireSameCanonicalId(Owner account) {
    Owner known = accounts.get(account.accountId());
    if (known != null && !known.canonicalId().equals(account.canonicalId())) {
      throw new IllegalArgumentException(
          "The account "
              + account.accountId()
              + " has the canonical id \""
              + known.canonicalId()
              + "\" already; all its users share it.");
    }
  }
}
