package org.candour.api;

import java.util.regex.Pattern;

/**
 * A tile as C2SP tlog-tiles writes it: {@code x001/x234/067}, and {@code .p/112} after it if only its first 112 are wanted.
 *
 * @param number -1 if it is written in another way: there is no such tile
 * @param width 1 to 256
 */
record TilePath(long number, int width) {
    private static final int FULL = 256;
    private static final Pattern PATH = Pattern.compile(
            "/?((?!x000/)(?:x[0-9]{3}/){0,5})([0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

    /** Reads what follows the level in a tile's path. */
    static TilePath of(String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            return new TilePath(-1, FULL);
        }
        var digits = parts.group(1).replaceAll("[x/]", "") + parts.group(2);
        var width = parts.group(3);
        return new TilePath(Long.parseLong(digits), width == null ? FULL : Integer.parseInt(width));
    }
}
