/** Who may do what: policies, access control lists and ownership together (protocol-notes 25). */
@NullMarked
package dev.s3emulator.internal.auth.permission;

import org.jspecify.annotations.NullMarked;
