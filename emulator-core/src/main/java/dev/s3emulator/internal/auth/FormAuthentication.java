package dev.s3emulator.internal.auth;

import dev.s3emulator.internal.auth.post.LengthRange;

/**
 * What the fields of a form proved.
 *
 * @param authentication who signed its policy
 * @param lengths how large its file may be
 */
public record FormAuthentication(Authentication authentication, LengthRange lengths) {}
