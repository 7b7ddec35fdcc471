package org.candour.walk;

import java.util.List;
import java.util.Map;
import org.candour.development.ApiClient.Answer;

/** Invented people and what one of them reports. */
final class Story {
    static final String MEETING_PLACE = "the Blue Lamp cafe";

    /** What must never be readable outside the case team. */
    static final List<String> SECRETS = List.of(
            "Rosalind", "Achterberg", "rosalind@example.org", "07700 900461", "LS1 4AP", "943 476 5919", "Wren");

    static final Map<String, Object> REPORT = Map.of(
            "identity",
            Map.of(
                    "name",
                    "Rosalind Achterberg",
                    "otherNames",
                    List.of("Roz"),
                    "addresses",
                    List.of("12 Harewood Street, Leeds LS1 4AP"),
                    "contacts",
                    List.of(Map.of(
                            "channel", "PHONE",
                            "address", "07700 900461",
                            "isAllowed", true,
                            "safeTimes", "weekdays 10 to 12",
                            "codeWord", "library",
                            "isVoicemailAllowed", false)),
                    "people",
                    List.of(Map.of("relation", "CHILD", "name", "Wren Achterberg"))),
            "account",
            Map.of(
                    "whatHappened",
                    "I am Rosalind Achterberg. On 3 March 2026 PC Daniel Marsh (collar number 4471) came to my flat at"
                            + " 12 Harewood St after I called about a burglary. He took my number, +44 7700 900461, from"
                            + " the crime report and wrote to roz@example.org and rosalind@example.org every day. He asked"
                            + " to meet at the Blue Lamp cafe. When I said no he told me nobody at Westmarch would believe"
                            + " Roz over him. My daughter Wren was there. My GP has my NHS number 943 476 5919 on the"
                            + " letter about the injury. I live at LS1 4AP and I am afraid he will come back.",
                    "happened",
                    Map.of("precision", "RANGE", "from", "2026-03-03", "to", "2026-04-10"),
                    "wishes",
                    "I want him away from other women. I do not want to meet officers from his station."),
            "accused",
            Map.of(
                    "people",
                    List.of(Map.of(
                            "name", "Daniel Marsh", "force", "Westmarch Constabulary", "collarNumber", "4471"))));

    private Story() {}

    /** The text at a path of an answer. */
    static String text(Answer answer, String... path) {
        var node = answer.json();
        for (var step : path) {
            node = node.path(step);
        }
        return node.stringValue();
    }
}
