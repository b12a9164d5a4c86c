package io.ringback.list;

/** An agent with access to a list, and whether the agent works on it now. */
public record ListAgent(String agentId, String name, boolean active, boolean receiving, String availability) {}
