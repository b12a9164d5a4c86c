package io.ringback.browser;

import io.ringback.support.Centre;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** The people of one test, each at a browser of their own. */
final class Browsers {

    private final Chromium chromium;
    private final Supplier<ApplicationContext> server;
    private final Path evidence;
    private final List<Person> people = new ArrayList<>();

    Browsers(Chromium chromium, Supplier<ApplicationContext> server, Path evidence) {
        this.chromium = chromium;
        this.server = server;
        this.evidence = evidence;
    }

    /** The contact centre they work in. */
    Centre centre() {
        return server.get().getBean(Centre.class);
    }

    /** Where the server of this test is. */
    URI home() {
        return home(server.get().getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    static URI home(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Somebody new with the role, at the desk. */
    Person person(String role) {
        return person(role, Look.usual());
    }

    Person person(String role, Look look) {
        return signedIn(centre().person(role), look);
    }

    /** A new agent with access to these lists and active on them, at the desk. */
    Person agentOn(String... lists) {
        return signedIn(centre().agentOn(lists), Look.usual());
    }

    /** Somebody who has an account, at the desk. */
    Person signedIn(String account, Look look) {
        return signedIn(account, look, home());
    }

    /** Somebody who has an account on this server, at the desk. */
    Person signedIn(String account, Look look, URI address) {
        var person = open(account, look, address);
        person.signIn();
        return person;
    }

    /** Somebody who has an account, on this page of supervisors and administrators. */
    Person inOffice(String account, String path) {
        var person = open(account, Look.usual(), home());
        person.signInAt(path);
        return person;
    }

    /** The same person at another machine, at the desk. */
    Person again(Person person) {
        return signedIn(person.id(), Look.usual(), person.home());
    }

    /** Somebody with a browser at this address who has not opened any page yet. */
    Person open(String name, Look look, URI address) {
        var person = new Person(name, chromium.open(look), address);
        people.add(person);
        return person;
    }

    /** Closes all. A test that fails, or has failed, leaves what the browsers showed and did in its folder. */
    void close(boolean failed) {
        var complaints = people.stream().flatMap(Browsers::complaints).toList();
        var keep = failed || !complaints.isEmpty();
        for (int number = 0; number < people.size(); number++) {
            var person = people.get(number);
            person.close(keep ? evidence.resolve((number + 1) + "-" + person.id()) : null);
        }
        people.clear();
        if (!complaints.isEmpty()) {
            throw new AssertionError(
                    "The pages complained:%n%s".formatted(String.join(System.lineSeparator(), complaints)));
        }
    }

    private static Stream<String> complaints(Person person) {
        return person.complaints().stream().map(complaint -> "  %s: %s".formatted(person.id(), complaint));
    }
}
