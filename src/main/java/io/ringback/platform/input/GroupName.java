package io.ringback.platform.input;

/** What a group of people is called: by an account that is in it, and by a task of a process that is for it. */
public final class GroupName {

    /** No commas, which stand between groups in processes. */
    public static final String PATTERN = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ._-]{0,62}[\\p{L}\\p{N}._-])?";

    /** The most groups of an account, or of a task. */
    public static final int MOST = 50;

    private GroupName() {}
}
