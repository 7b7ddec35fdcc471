package org.candour.api;

import java.util.ArrayList;

/** What may be logged of a fault: types and places, never a message, which might carry what was sent. */
final class Fault {
    private Fault() {}

    static String typesOf(Throwable cause) {
        var types = new ArrayList<String>();
        for (Throwable at = cause; at != null && types.size() < 5; at = at.getCause()) {
            types.add(at.getClass().getSimpleName());
        }
        return String.join(" < ", types);
    }

    /** The first place in our own code, down the causes. */
    static String placeOf(Throwable cause) {
        for (Throwable at = cause; at != null; at = at.getCause()) {
            for (var frame : at.getStackTrace()) {
                if (frame.getClassName().startsWith("org.candour.")) {
                    return frame.toString();
                }
            }
        }
        return "an unknown place";
    }
}
