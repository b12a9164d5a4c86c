package io.ringback.design;

/** The file of a version, byte for byte as it was deployed. */
public record DeployedFile(KindOfModel kind, String name, byte[] content) {}
