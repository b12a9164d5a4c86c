package io.ringback.simulator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * A few seconds of what sounds like somebody speaking on the telephone, without words: syllables of vowels, each a voice with
 * two resonances, in phrases whose pitch falls. The same seed speaks the same.
 */
final class Babble {

    private static final int RATE = 8000;
    private static final double LOUDNESS = 0.6 * Short.MAX_VALUE;
    private static final int HIGHEST = 3400;

    /** The first two resonances of a, e, i, o and u, in Hz. */
    private static final int[][] VOWELS = {{730, 1090}, {530, 1840}, {270, 2290}, {570, 840}, {300, 870}};

    private final Random chance;
    private final double voice;
    private final ByteArrayOutputStream samples = new ByteArrayOutputStream();
    private double turns;

    private Babble(long seed) {
        this.chance = new Random(seed);
        this.voice = 95 + chance.nextInt(130);
    }

    /** A WAV file: mono, 16 bits, 8000 Hz, of about 3 to 7 seconds. */
    static byte[] wav(long seed) {
        var babble = new Babble(seed);
        var phrases = 2 + babble.chance.nextInt(2);
        for (int phrase = 0; phrase < phrases; phrase++) {
            babble.phrase(5 + babble.chance.nextInt(4));
            babble.pause(0.35);
        }
        return file(babble.samples.toByteArray());
    }

    private void phrase(int syllables) {
        for (int syllable = 0; syllable < syllables; syllable++) {
            var falling = 1.15 - 0.3 * syllable / syllables;
            syllable(VOWELS[chance.nextInt(VOWELS.length)], voice * falling, 0.12 + 0.12 * chance.nextDouble());
            pause(0.02 + 0.05 * chance.nextDouble());
        }
    }

    private void syllable(int[] vowel, double pitch, double seconds) {
        var length = (int) (seconds * RATE);
        for (int at = 0; at < length; at++) {
            turns += pitch / RATE;
            var swell = Math.sin(Math.PI * at / length);
            sample(swell * sound(vowel, pitch));
        }
    }

    /** The overtones of the voice, the louder the nearer they are to a resonance. */
    private double sound(int[] vowel, double pitch) {
        var sum = 0.0;
        for (int overtone = 1; overtone * pitch < HIGHEST; overtone++) {
            var frequency = overtone * pitch;
            var gain = near(frequency, vowel[0], 90) + 0.5 * near(frequency, vowel[1], 120) + 0.02;
            sum += gain * Math.sin(2 * Math.PI * overtone * turns);
        }
        return sum;
    }

    private static double near(double frequency, double resonance, double width) {
        var away = (frequency - resonance) / width;
        return 1 / (1 + away * away);
    }

    private void pause(double seconds) {
        for (int at = 0; at < seconds * RATE; at++) {
            sample(0);
        }
    }

    private void sample(double value) {
        var limited = (int) (Math.tanh(value / 2) * LOUDNESS);
        samples.write(limited);
        samples.write(limited >> 8);
    }

    private static byte[] file(byte[] samples) {
        var format = new AudioFormat(RATE, Short.SIZE, 1, true, false);
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            var file = new ByteArrayOutputStream();
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
