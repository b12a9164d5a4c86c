package io.ringback.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The only places the server fetches recordings from, whatever address it is told. */
@Component
class RecordingSources {

    private final List<Source> sources = new ArrayList<>();
    private final List<RecordingPlace> places;

    @Autowired
    RecordingSources(RecordingSettings settings, ObjectProvider<RecordingPlace> places) {
        this(settings, places.orderedStream().toList());
    }

    RecordingSources(RecordingSettings settings, List<RecordingPlace> places) {
        this.places = places;
        if (settings.authorization().size() > settings.sources().size()) {
            throw new IllegalArgumentException("ringback.recordings.authorization has more values than there are"
                    + " ringback.recordings.sources");
        }
        for (int i = 0; i < settings.sources().size(); i++) {
            sources.add(new Source(base(settings.sources().get(i).strip(), i), authorization(settings, i)));
        }
    }

    /** How to fetch it; empty when it does not lie below one of the sources. */
    Optional<Permitted> permit(String url) {
        return RecordingAddress.of(url)
                .flatMap(address -> all().filter(source -> source.base().holds(address))
                        .findFirst()
                        .map(source -> new Permitted(address, source.authorization())));
    }

    /** Those in the settings first, then those of the server's own parts. */
    private Stream<Source> all() {
        return Stream.concat(
                sources.stream(),
                places.stream()
                        .flatMap(place -> place.base().flatMap(RecordingAddress::of).stream())
                        .map(base -> new Source(base.asFolder(), null)));
    }

    private static RecordingAddress base(String url, int index) {
        return RecordingAddress.of(url)
                .filter(address -> address.query().isEmpty())
                .map(RecordingAddress::asFolder)
                .orElseThrow(() -> new IllegalArgumentException(("ringback.recordings.sources[%s] must be an address"
                                + " like https://pbx.example/recordings/, without user name, query or fragment")
                        .formatted(index)));
    }

    private static @Nullable String authorization(RecordingSettings settings, int index) {
        if (index >= settings.authorization().size()) {
            return null;
        }
        var value = settings.authorization().get(index).strip();
        return value.isEmpty() ? null : value;
    }

    private record Source(RecordingAddress base, @Nullable String authorization) {}

    /**
     * An address below one of the sources.
     *
     * @param authorization what this source wants to be told, and no other
     */
    record Permitted(RecordingAddress address, @Nullable String authorization) {

        /** Without the credentials, which belong in no log. */
        @Override
        public String toString() {
            return "Permitted[address=%s]".formatted(address);
        }
    }
}
