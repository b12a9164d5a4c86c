package io.ringback.list;

/** A list as one of its agents sees it at the desk. */
public record AgentList(
        String id,
        String name,
        boolean active,
        long serving,
        long openCases,
        long dueInAnHour,
        long expiresIn24Hours) {}
