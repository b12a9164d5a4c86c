package io.ringback.exchange;

import io.ringback.platform.problem.InvalidField;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of a file are letters. What a byte order mark says is certain; what can be read as UTF-8 is UTF-8, since no
 * other text of more than a few letters can be; a text of which every other byte is zero is UTF-16. The rest is what
 * western spreadsheets write when nobody tells them otherwise, and that is a guess, which people are shown and can change.
 */
enum FileEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8),
    UTF_16LE("UTF-16LE", StandardCharsets.UTF_16LE),
    UTF_16BE("UTF-16BE", StandardCharsets.UTF_16BE),
    WINDOWS_1252("windows-1252", Charset.forName("windows-1252")),
    ISO_8859_15("ISO-8859-15", Charset.forName("ISO-8859-15")),
    WINDOWS_1250("windows-1250", Charset.forName("windows-1250")),
    WINDOWS_1251("windows-1251", Charset.forName("windows-1251")),
    WINDOWS_1257("windows-1257", Charset.forName("windows-1257")),
    MAC_ROMAN("x-MacRoman", Charset.forName("x-MacRoman")),
    IBM850("IBM850", Charset.forName("IBM850"));

    private static final int LOOKED_AT = 8192;
    private static final int FEWEST_PLAIN = 4;

    private final String label;
    private final Charset charset;

    FileEncoding(String label, Charset charset) {
        this.label = label;
        this.charset = charset;
    }

    /** Its registered name, by which it is told and chosen. */
    String label() {
        return label;
    }

    /** @throws InvalidField for a name that is none of ours */
    static FileEncoding named(String label) {
        var sought = label.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(encoding -> encoding.label.toLowerCase(Locale.ROOT).equals(sought)
                        || encoding.charset.aliases().stream().anyMatch(sought::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new InvalidField(
                        "encoding",
                        "must be one of "
                                + Arrays.stream(values())
                                        .map(FileEncoding::label)
                                        .toList(),
                        "UNKNOWN_ENCODING"));
    }

    static FileEncoding guess(byte[] file) {
        return marked(file)
                .or(() -> wide(file))
                .or(() -> UTF_8.canRead(file) ? Optional.of(UTF_8) : Optional.empty())
                .orElse(WINDOWS_1252);
    }

    /** Whether the file itself says which one it is. */
    static boolean isMarked(byte[] file) {
        return marked(file).isPresent();
    }

    /**
     * The text without a byte order mark; what cannot be read becomes the sign for that.
     *
     * @throws InvalidField when the file cannot be read so at all
     */
    String decoded(byte[] file) {
        if (this == UTF_8 && !canRead(file)) {
            throw new InvalidField("file", "is not in UTF-8; save it as \"CSV UTF-8\"", "NOT_UTF8");
        }
        var text = text(file);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private String text(byte[] file) {
        return new String(file, charset);
    }

    private boolean canRead(byte[] file) {
        try {
            var unused = charset.newDecoder().decode(ByteBuffer.wrap(file));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<FileEncoding> marked(byte[] file) {
        if (starts(file, 0xef, 0xbb, 0xbf)) {
            return Optional.of(UTF_8);
        }
        if (starts(file, 0xff, 0xfe)) {
            return Optional.of(UTF_16LE);
        }
        return starts(file, 0xfe, 0xff) ? Optional.of(UTF_16BE) : Optional.empty();
    }

    /** Separators, digits and line ends have a zero for their other half, in every script. */
    private static Optional<FileEncoding> wide(byte[] file) {
        var length = Math.min(file.length, LOOKED_AT) & ~1;
        var little = plainSigns(file, length, ByteOrder.LITTLE_ENDIAN);
        var big = plainSigns(file, length, ByteOrder.BIG_ENDIAN);
        if (Math.max(little, big) < Math.max(FEWEST_PLAIN, length / 2 / 3)) {
            return Optional.empty();
        }
        return Optional.of(little >= big ? UTF_16LE : UTF_16BE);
    }

    private static int plainSigns(byte[] file, int length, ByteOrder order) {
        var letters = ByteBuffer.wrap(file, 0, length).order(order).asCharBuffer();
        int plain = 0;
        while (letters.hasRemaining()) {
            var letter = letters.get();
            plain += letter == '\n' || letter == '\r' || letter == '\t' || letter >= ' ' && letter < 0x7f ? 1 : 0;
        }
        return plain;
    }

    private static boolean starts(byte[] file, int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (file.length <= index || (file[index] & 0xff) != mark[index]) {
                return false;
            }
        }
        return true;
    }

    /** The one that is named, or else guessed. */
    static FileEncoding of(byte[] file, @Nullable String label) {
        return label == null || label.isBlank() ? guess(file) : named(label);
    }
}
