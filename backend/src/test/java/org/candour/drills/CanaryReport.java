package org.candour.drills;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.candour.intake.Account;
import org.candour.intake.Accused;
import org.candour.intake.Exclusions;
import org.candour.intake.Identity;

/**
 * A report in which each field that the records of {@code intake} have, also those of tomorrow, holds a value found nowhere
 * else, and whose account names every one of them that identifies the victim or somebody near them.
 */
final class CanaryReport {
    private static final String UNSPOKEN = "identity\\..*(safeTimes|codeWord|whoElseCanSee)";
    private static final String LETTERS = "abcdefghiklmnoprstuvw";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, List<String>> planted = new TreeMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final String narrative = word();
    private final Map<String, Object> body = new LinkedHashMap<>();

    CanaryReport() {
        body.put("identity", value(Identity.class, "identity", 0));
        body.put("accused", value(Accused.class, "accused", 0));
        body.put("exclusions", value(Exclusions.class, "exclusions", 0));
        body.put("account", value(Account.class, "account", 0));
        planted.put("account.narrative", List.of(narrative));
    }

    Map<String, Object> body() {
        return body;
    }

    /** By field, what must be looked for. */
    Map<String, List<String>> planted() {
        return Map.copyOf(planted);
    }

    List<String> plantedIn(String... prefixes) {
        return planted.entrySet().stream()
                .filter(field -> Stream.of(prefixes).anyMatch(field.getKey()::startsWith))
                .flatMap(field -> field.getValue().stream())
                .toList();
    }

    /** What identifies somebody or tells how to reach them, and does not stand in the account as well. */
    List<String> unspoken() {
        return planted.entrySet().stream()
                .filter(field -> field.getKey().matches(UNSPOKEN))
                .flatMap(field -> field.getValue().stream())
                .toList();
    }

    String narrative() {
        return narrative;
    }

    /** A word that no language and no document has. */
    String word() {
        var word = new StringBuilder("Zq");
        for (int i = 0; i < 9; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    private Object value(Type type, String path, int number) {
        if (type instanceof ParameterizedType list) {
            var values = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                values.add(value(list.getActualTypeArguments()[0], path + "[" + i + "]", i));
            }
            return values;
        }
        var plain = (Class<?>) type;
        if (plain.isRecord()) {
            var values = new LinkedHashMap<String, Object>();
            for (RecordComponent part : plain.getRecordComponents()) {
                values.put(part.getName(), value(part.getGenericType(), path + "." + part.getName(), number));
            }
            return values;
        }
        if (plain.isEnum()) {
            var constants = plain.getEnumConstants();
            return path.endsWith("precision") ? "RANGE" : constants[number % constants.length].toString();
        }
        if (plain == Boolean.class) {
            return true;
        }
        if (plain == LocalDate.class) {
            return date(path).toString();
        }
        if (plain == String.class) {
            return text(path, number);
        }
        throw new AssertionError("No canary for a field of " + plain + " at " + path + " yet");
    }

    private LocalDate date(String path) {
        if (path.endsWith("dateOfBirth")) {
            var date = LocalDate.of(1950 + random.nextInt(40), 1 + random.nextInt(12), 13 + random.nextInt(15));
            planted.put(path, List.of(date.toString()));
            texts.put(path, date.getDayOfMonth() + "/" + date.getMonthValue() + "/" + date.getYear());
            return date;
        }
        return LocalDate.of(2026, path.endsWith("from") ? 3 : 4, 3); // when it happened is told to the investigator
    }

    private String text(String path, int number) {
        if (path.equals("account.whatHappened")) {
            return account();
        }
        var first = word();
        var second = word();
        if (path.equals("identity.name") || path.contains("people")) {
            var isShort = path.endsWith("collarNumber");
            planted.put(path, isShort ? List.of(first) : List.of(first, second));
            var single = isShort ? first : first + " " + second;
            texts.put(path, single);
            return single;
        }
        var written = written(path, number, first);
        planted.put(path, written.contains("07700") ? List.of(written, written.replace(" ", "")) : List.of(first));
        texts.put(path, written);
        return written;
    }

    private String written(String path, int number, String word) {
        if (path.startsWith("identity.addresses")) {
            return (10 + number) + " " + word + " Street, Leeds";
        }
        if (path.endsWith(".address")) {
            return switch (number % 3) {
                case 0 -> "07700 900%03d".formatted(random.nextInt(1000));
                case 1 -> word.toLowerCase(java.util.Locale.ROOT) + "@example.org";
                default -> (30 + number) + " " + word + " Road, Leeds";
            };
        }
        return path.endsWith("otherNames") || path.startsWith("identity.otherNames")
                ? word
                : word + " \"caf\u00e9\" & <" + path + ">";
    }

    /** Names whatever identifies somebody, and whatever need not be hidden. */
    private String account() {
        var account = new StringBuilder("This is what happened, and " + narrative + " is how I felt.");
        texts.forEach((path, text) -> {
            if (path.startsWith("identity.") && !path.matches(UNSPOKEN)) {
                account.append(" Then he spoke of ").append(text).append(", and left.");
            }
            if (path.endsWith("dateOfBirth")) {
                account.append(" I was born on ").append(text).append('.');
            }
        });
        return account.append(" I said to him: no, ")
                .append(Objects.requireNonNull(texts.get("accused.people[0].name")))
                .append('.')
                .toString();
    }
}
