package io.ringback.office.auditor;

import io.ringback.auditor.AuditFiles.Asker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;

/** How people open files: with spreadsheets of their language. */
final class Spreadsheets {

    private Spreadsheets() {}

    static Asker asker(Principal caller, Locale locale, HttpServletRequest request, HttpServletResponse response) {
        return new Asker(caller, !locale.getLanguage().equals("en"), request, response);
    }
}
