package io.ringback.exchange;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.ringback.platform.problem.InvalidField;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Unpacks a spreadsheet file before anything else reads it, and packs it anew: what the reader gets is what was counted
 * and looked through here. It holds no more than it may, no document type (hence no entities), and no cell so far to the
 * right that a row would fill the memory.
 */
final class XlsxGuard {

    static final int MOST_BYTES = 48 << 20;
    static final int MOST_PARTS = 500;
    private static final Pattern CELL = Pattern.compile("\\$?[A-Za-z]{1,3}\\$?[0-9]{1,7}");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");
    /** A cell whose type is {@code d}; a text cannot hold a {@code <}. */
    private static final Pattern DAY = Pattern.compile("(<(?:\\w+:)?c\\s[^<>]*?\\bt=[\"'])d([\"'])");

    private static final int CHUNK = 8192;

    private XlsxGuard() {}

    /** @throws InvalidField for a file that is none, or is larger than it may be once unpacked */
    static byte[] checked(byte[] file) {
        var out = new ByteArrayOutputStream(file.length * 2);
        var names = new HashSet<String>();
        int left = MOST_BYTES;
        int parts = 0;
        try (var in = ZipFile.builder().setByteArray(file).get();
                var packed = new ZipOutputStream(out)) {
            packed.setLevel(Deflater.BEST_SPEED);
            for (var part : Collections.list(in.getEntries())) {
                if (++parts > MOST_PARTS) {
                    throw tooLarge();
                }
                if (isText(part.getName()) && names.add(part.getName())) {
                    var content = unpacked(in.getInputStream(part), left);
                    left -= content.length;
                    look(part.getName(), content);
                    packed.putNextEntry(new ZipEntry(part.getName()));
                    packed.write(isSheet(part.getName()) ? withDaysAsTexts(content) : content);
                    packed.closeEntry();
                }
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            throw unreadable();
        }
        return out.toByteArray();
    }

    static InvalidField unreadable() {
        return new InvalidField("file", "cannot be read as a spreadsheet (.xlsx); save it anew", "NOT_XLSX");
    }

    private static InvalidField tooLarge() {
        return new InvalidField("file", "holds more than may be in a spreadsheet; divide it", "XLSX_TOO_LARGE");
    }

    private static byte[] unpacked(InputStream in, int most) throws IOException {
        var content = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (content.size() + read > most) {
                throw tooLarge();
            }
            content.write(chunk, 0, read);
        }
        return content.toByteArray();
    }

    /** Pictures and programs are not for us. */
    private static boolean isText(String name) {
        return name.endsWith(".xml") || name.endsWith(".rels");
    }

    private static boolean isSheet(String name) {
        return name.contains("worksheets/");
    }

    /** The reader knows no cells of type {@code d}, which hold a day or time as a text of ISO 8601. */
    private static byte[] withDaysAsTexts(byte[] sheet) {
        var text = new String(sheet, StandardCharsets.ISO_8859_1); // each byte stays what it is
        var days = DAY.matcher(text);
        return days.find() ? days.replaceAll("$1str$2").getBytes(StandardCharsets.ISO_8859_1) : sheet;
    }

    private static void look(String name, byte[] content) throws XMLStreamException {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var cells = isSheet(name);
        var reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        try {
            while (reader.hasNext()) {
                var event = reader.next();
                if (event == XMLStreamReader.DTD || event == XMLStreamReader.ENTITY_REFERENCE) {
                    throw unreadable();
                }
                if (cells && event == XMLStreamReader.START_ELEMENT) {
                    checkPlace(reader.getLocalName(), reader.getAttributeValue(null, "r"));
                }
            }
        } finally {
            reader.close();
        }
    }

    private static void checkPlace(String element, @Nullable String place) {
        if (place != null && element.equals("c") && !CELL.matcher(place).matches()
                || place != null && element.equals("row") && !ROW.matcher(place).matches()) {
            throw unreadable();
        }
    }
}
