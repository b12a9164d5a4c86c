package io.ringback.list;

/** An agent has become active on a list; a callback of it may be waiting for just this agent. */
public record ListJoined(String listId, String agentId) {}
