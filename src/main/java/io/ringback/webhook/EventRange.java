package io.ringback.webhook;

/** Events of the stream: those after one number, up to and with another. */
record EventRange(long after, long upTo) {}
