package io.ringback.exchange;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What other systems call the columns that we know, in English, Finnish and Swedish. It is a proposal: people see it and
 * change it before anything is read by it.
 */
final class Headings {

    private static final Map<String, String> FIELDS = fields(Map.of(
            "phoneNumber",
            """
            phone phonenumber phoneno phonenr telephone telephonenumber tel telno telnr mobile mobilephone mobilenumber
            mobileno cell cellphone msisdn number callernumber customerphone contactnumber gsm puhelin puhelinnumero
            puhelinnro puhnro puhno puh numero matkapuhelin matkapuhelinnumero kannykka soittajannumero asiakkaannumero
            asiakkaanpuhelin telefon telefonnummer telefonnr tfn tfnnr nummer mobil mobilnummer mobilnr mobiltelefon
            kundenstelefon kundtelefon""",
            "callerName",
            """
            name callername caller customer customername fullname contact contactname client clientname person nimi
            asiakas asiakkaannimi soittaja soittajannimi kokonimi yhteyshenkilo namn kund kundnamn kundensnamn
            uppringare uppringarensnamn kontakt kontaktperson fullstandigtnamn""",
            "listId",
            "list listid listname queue queueid lista listanid listantunnus jono kolista ko koid",
            "externalId",
            """
            externalid id reference ref referenceno ticket ticketid ticketno caseid casenumber caseno tunniste tunnus viite
            viitenumero asianumero tiketti referens referensnummer arende arendenummer arendenr externtid""",
            "source",
            "source channel lahde kanava kalla kanal",
            "notBefore",
            """
            notbefore earliest callafter callfrom from startdate aikaisintaan eiennen alkaen soitaaikaisintaan tidigast
            intefore tidigastden fran ringtidigast""",
            "dueAt",
            """
            dueat due duedate dueby calltime callat callback callbackat callbacktime callbefore appointment soitettava
            soitettavaviimeistaan soittoaika viimeistaan maaraaika erapaiva ringtid ringsenast senast forfallodag
            forfallodatum attringa""",
            "expiresAt",
            """
            expiresat expires expiry expirydate validuntil validto closesat vanhenee umpeutuu voimassa voimassaasti
            paattyy utgar giltigtill giltigtom sistagiltighetsdag"""));

    private Headings() {}

    /** The field that a heading probably means. */
    static Optional<String> meaning(String heading) {
        return Optional.ofNullable(ImportColumns.canonical(heading))
                .or(() -> Optional.ofNullable(FIELDS.get(letters(heading))));
    }

    static boolean isKnown(String heading) {
        return meaning(heading).isPresent();
    }

    /** The same for headings that differ in capitals, accents, blanks and signs only; as which they are remembered. */
    static String letters(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> fields(Map<String, String> words) {
        var fields = new HashMap<String, String>();
        words.forEach((field, names) -> {
            for (var name : names.split("\\s+")) {
                fields.put(name, field);
            }
        });
        return fields;
    }
}
