package dev.s3emulator.internal.auth.policy;

import dev.s3emulator.internal.domain.policy.ConditionValues;
import dev.s3emulator.internal.protocol.Caller;

/**
 * What a policy is asked: may somebody do something?
 *
 * @param caller who wants it
 * @param action the IAM action, such as {@code s3:DeleteObject}
 * @param resourceArn the bucket or the object
 * @param context what conditions look at
 */
public record PolicyQuestion(
    Caller caller, String action, String resourceArn, ConditionValues context) {}
