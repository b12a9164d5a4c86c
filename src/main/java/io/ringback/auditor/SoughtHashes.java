package io.ringback.auditor;

import io.ringback.callback.Sought;
import io.ringback.list.CallbackList;
import io.ringback.list.Lists;
import io.ringback.number.PhoneNumbers;
import io.ringback.platform.database.Seal;
import io.ringback.platform.problem.InvalidField;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hashes what was looked for with a key of this installation: whoever knows a number can ask who looked for it, and
 * nobody can read from the record which numbers were looked for.
 */
@Component
class SoughtHashes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final String SEALED_FOR = "hashes of what was looked for";

    /** The fewest digits that are looked up as a part of a number. */
    private static final int FEWEST_DIGITS = 4;

    /** The fewest digits that are taken to point at somebody. */
    private static final int TELLING_DIGITS = 6;

    private final JdbcReadings readings;
    private final Lists lists;
    private final Seal seal;
    private volatile @Nullable SecretKeySpec key;

    SoughtHashes(JdbcReadings readings, Lists lists, Seal seal) {
        this.readings = readings;
        this.lists = lists;
        this.seal = seal;
    }

    /** Hashes in order, each once. */
    record Hashes(List<byte[]> all) {

        boolean isEmpty() {
            return all.isEmpty();
        }
    }

    /** Of what was looked for: each word of it, and each number that it can be. */
    Hashes of(Set<String> written, @Nullable String listId) {
        return hashed(written.stream().flatMap(text -> Stream.concat(words(text), numbers(text, listId))));
    }

    /** Of every search by which this number is found: for all of it, and for parts of it. */
    Hashes ofSearchesFor(String number) {
        return hashed(numbers(number, null).flatMap(digits -> parts(digits, FEWEST_DIGITS)));
    }

    /**
     * Of every search that was for this number: those for a few of its digits are as much for others.
     *
     * @param e164 as callbacks have it
     */
    Hashes pointingAt(String e164) {
        return hashed(parts(e164.substring(1), TELLING_DIGITS));
    }

    /** The same for the same look, and tells nothing of it. */
    byte[] fingerprint(Reading reading, Hashes sought) {
        var mac = mac();
        Stream.of(
                        reading.look(),
                        reading.callbackId(),
                        reading.callId(),
                        reading.agentId(),
                        reading.listId(),
                        reading.told(),
                        reading.purpose())
                .map(String::valueOf)
                .forEach(value -> mac.update((value + "\n").getBytes(StandardCharsets.UTF_8)));
        sought.all().forEach(mac::update);
        return mac.doFinal();
    }

    private static Stream<String> words(String text) {
        return Sought.read(text, word -> List.of()).words().stream()
                .map(word -> word.digits() == null ? word.text() : word.digits());
    }

    private Stream<String> numbers(String text, @Nullable String listId) {
        var regions = lists.all().stream()
                .filter(list -> listId == null || list.id().equals(listId))
                .map(CallbackList::region)
                .collect(Collectors.toSet());
        try {
            return PhoneNumbers.lookedFor(text, regions).stream().map(e164 -> e164.substring(1));
        } catch (InvalidField noNumber) {
            return Stream.of();
        }
    }

    private static Stream<String> parts(String digits, int fewest) {
        return IntStream.rangeClosed(fewest, digits.length())
                .boxed()
                .flatMap(length -> IntStream.rangeClosed(0, digits.length() - length)
                        .mapToObj(begin -> digits.substring(begin, begin + length)));
    }

    private Hashes hashed(Stream<String> texts) {
        var mac = mac();
        var each = texts.collect(Collectors.toCollection(TreeSet::new));
        return new Hashes(each.stream()
                .map(text -> mac.doFinal(text.getBytes(StandardCharsets.UTF_8)))
                .toList());
    }

    private Mac mac() {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC is part of every Java", e);
        }
    }

    /** Made by whichever node needs it first; it never changes. */
    private SecretKeySpec key() {
        var known = key;
        if (known == null) {
            var stored = readings.hashKey(SoughtHashes::random, text -> seal.close(text, SEALED_FOR));
            known = new SecretKeySpec(Base64.getDecoder().decode(seal.open(stored, SEALED_FOR)), ALGORITHM);
            key = known;
        }
        return known;
    }

    private static String random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
