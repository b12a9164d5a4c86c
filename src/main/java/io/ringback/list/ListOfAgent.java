package io.ringback.list;

/** A list that an agent has access to, and whether the agent has joined it. */
public record ListOfAgent(String id, String name, boolean active) {}
