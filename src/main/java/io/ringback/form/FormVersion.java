package io.ringback.form;

/** Names a form as it was at some time: answers are read with the labels that whoever gave them has seen. */
public record FormVersion(String key, int version) {}
