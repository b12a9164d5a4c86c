package io.ringback.simulator;

import io.ringback.recording.Recordings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Somebody who asks to be called, in the fields of {@code POST /api/v1/callbacks}. The numbers begin with 048: the Finnish
 * numbering plan has them, and no operator does, so nobody is ever called by mistake.
 */
record MadeUpCaller(
        String listId, String phoneNumber, String source, String callerName, Map<String, String> attributes) {

    /** The attribute by which everything simulated is told from the rest. */
    static final String MARK = "simulated";

    static final String NUMBERS = "+35848";

    private static final int SUBSCRIBERS = 10_000_000;

    private static final List<String> FIRST_NAMES = List.of(
            "Aino", "Eero", "Helmi", "Ilmari", "Kerttu", "Lauri", "Maija", "Onni", "Saara", "Ville", "Elsa", "Gustav",
            "Linnea", "Oskar", "Ingrid", "Nils", "Grace", "Thomas", "Olivia", "Samir");
    private static final List<String> LAST_NAMES = List.of(
            "Ahola",
            "Hakala",
            "Järvinen",
            "Koskela",
            "Lahti",
            "Mäkinen",
            "Niemi",
            "Rantanen",
            "Salmi",
            "Virtanen",
            "Björk",
            "Dahlström",
            "Ek",
            "Forsman",
            "Lindqvist",
            "Nyman",
            "Baker",
            "Novak",
            "Rossi",
            "Weber");
    private static final List<String> SOURCES =
            List.of("IVR", "IVR", "IVR", "SERVICE_POOL_OVERFLOW", "SERVICE_POOL_OVERFLOW", "MISSED_CALL", "WEB");
    private static final List<String> TOPICS = List.of(
            "Delivery", "Invoice", "New order", "Opening hours", "Password", "Repair", "Returns", "Subscription");

    /** Anybody, on one of these lists. */
    static MadeUpCaller any(RandomGenerator chance, List<String> lists) {
        return new MadeUpCaller(
                one(chance, lists),
                number(chance),
                one(chance, SOURCES),
                one(chance, FIRST_NAMES) + " " + one(chance, LAST_NAMES),
                Map.of(
                        MARK,
                        "true",
                        "topic",
                        one(chance, TOPICS),
                        "customer",
                        "C-" + (10_000 + chance.nextInt(90_000))));
    }

    /** The same with a number at which this happens when it is called. */
    MadeUpCaller whoseTelephone(Answer answer, RandomGenerator chance) {
        var first = phoneNumber.substring(0, phoneNumber.length() - 1);
        var numbers = IntStream.range(0, 10)
                .mapToObj(digit -> first + digit)
                .filter(number -> Answer.to(number, 1) == answer)
                .toList();
        return new MadeUpCaller(listId, one(chance, numbers), source, callerName, attributes);
    }

    /** The same after speaking to the IVR's answering machine, which keeps that at this address. */
    MadeUpCaller withVoicemail(String address) {
        var more = new TreeMap<>(attributes);
        more.put(Recordings.ATTRIBUTE, address);
        return new MadeUpCaller(listId, phoneNumber, "IVR", callerName, more);
    }

    /** The first digit is not 0 or 1, so that none looks like digits in a row. */
    private static String number(RandomGenerator chance) {
        return NUMBERS + (2 * SUBSCRIBERS / 10 + chance.nextInt(SUBSCRIBERS / 10 * 7));
    }

    private static String one(RandomGenerator chance, List<String> of) {
        return of.get(chance.nextInt(of.size()));
    }
}
