package io.ringback.platform;

/**
 * One thing wrong with one field of a request.
 *
 * @param field where, as a path: {@code phoneNumber}, {@code attributes.order}, {@code roles[0]}
 * @param message what is expected there, without repeating what was sent
 */
public record FieldError(String field, String message) {}
