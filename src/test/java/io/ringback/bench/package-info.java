/** Measures the server beside what it is built on and what others would do. Run it by {@code mvn -Pbenchmark verify}. */
@org.jspecify.annotations.NullMarked
package io.ringback.bench;
