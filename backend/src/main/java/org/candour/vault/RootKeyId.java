package org.candour.vault;

import java.util.List;
import java.util.regex.Pattern;

/** The names of root keys: {@code root-1}, {@code root-2} and so on, the highest being the newest. No number is used twice. */
final class RootKeyId {
    static final String FIRST = "root-1";

    private static final String PREFIX = "root-";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[1-9][0-9]{0,8}");

    private RootKeyId() {}

    static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }

    static int number(String id) {
        return Integer.parseInt(id.substring(PREFIX.length()));
    }

    /** The id that follows all of {@code ids}. */
    static String after(List<String> ids) {
        return PREFIX + (1 + ids.stream().mapToInt(RootKeyId::number).max().orElse(0));
    }

    /** @throws KeyUnavailable if {@code id} is the newest of {@code ids}, without which nothing would open */
    static void requireNotNewest(String id, List<String> ids) {
        if (ids.isEmpty() || ids.get(ids.size() - 1).equals(id)) {
            throw new KeyUnavailable("The root key " + id + " is the newest and cannot be retired");
        }
    }
}
