package io.ringback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BabbleTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE, 0x52494e47})
    void itIsAFewSecondsOfSoundThatIsHeardAndNotCut(long seed) throws Exception {
        var file = Babble.wav(seed);

        try (var sound = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
            assertThat(sound.getFrameLength() / sound.getFormat().getFrameRate())
                    .isBetween(2.5f, 9f);
            var loudest = loudest(sound.readAllBytes());
            assertThat(loudest).isBetween(4_000, 20_000);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42})
    void theSameSaysTheSameAndAnotherSomethingElse(long seed) {
        assertThat(Babble.wav(seed)).isEqualTo(Babble.wav(seed)).isNotEqualTo(Babble.wav(seed + 1));
    }

    private static int loudest(byte[] samples) {
        var values = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var loudest = 0;
        while (values.hasRemaining()) {
            loudest = Math.max(loudest, Math.abs((int) values.get()));
        }
        return loudest;
    }
}
