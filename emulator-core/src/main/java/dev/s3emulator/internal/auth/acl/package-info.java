/** What access control lists allow, as pure functions. */
@NullMarked
package dev.s3emulator.internal.auth.acl;

import org.jspecify.annotations.NullMarked;
