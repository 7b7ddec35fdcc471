package org.candour.disclosure.redaction;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** E-mail addresses, web addresses, account names and network addresses. Each pattern is bounded and starts once a word. */
final class OnlineFormats {
    private static final Pattern OBFUSCATED = Pattern.compile(
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}][\\p{L}\\p{N}._%+-]{0,63}+ ?(?:[\\[({<] ?at ?[\\])}>]| at (?=[\\p{L}\\p{N}-]{1,63}+ dot )) ?"
                    + "[\\p{L}\\p{N}-]{1,63}+(?: ?(?:\\.|[\\[({<] ?dot ?[\\])}>]|(?<= )dot(?= )) ?[\\p{L}\\p{N}-]{2,63}+){1,4}");
    private static final Pattern WEB =
            Pattern.compile("(?:(?:https?|ftp)://|(?<![\\p{L}\\p{N}.@-])www\\.)[^\\s<>\"\\[\\]]{1,2000}+");
    private static final Pattern PATH = Pattern.compile(
            "(?<![\\p{L}\\p{N}.@/-])(?:[\\p{L}\\p{N}-]{1,63}+\\.){1,5}+[a-z]{2,12}+/[^\\s<>\"\\[\\]]{1,500}+");
    private static final Pattern HANDLE =
            Pattern.compile("(?<![\\p{L}\\p{N}._@/-])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.]{1,29}+");
    private static final Pattern NAMED_ACCOUNT = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:instagram|insta|ig|snapchat|snap|twitter|tiktok|facebook|fb|telegram|discord|skype|xbox|psn"
                    + "|username|user name|user id|handle)(?: (?:name|id|handle|account|username|user))? ?(?:is ?)?[:=] ?"
                    + "([\\p{L}\\p{N}_.-]{3,40}+)");
    private static final Pattern IP_V4 = Pattern.compile(
            "(?<![\\p{N}.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\p{N}]|\\.\\d)");
    private static final Pattern IP_V6 = Pattern.compile("(?<![\\p{L}\\p{N}:.])[0-9a-f:]{4,39}+(?![\\p{L}\\p{N}:])");
    private static final List<String> OBFUSCATED_SIGNS = List.of("at)", "at]", "at}", "at>", "at )", "at ]", " dot ");
    private static final String TRAILING = ".,;:!?)'*";
    private static final int LONGEST_LOCAL_PART = 64;
    private static final int LONGEST_DOMAIN = 253;
    private static final int FEWEST_COLONS = 2;

    private OnlineFormats() {}

    static void find(FormatFindings found) {
        for (int at = found.view().indexOf('@'); at >= 0; at = found.view().indexOf('@', at + 1)) {
            email(found, at);
        }
        if (OBFUSCATED_SIGNS.stream().anyMatch(found.view()::contains)) {
            obfuscated(found);
        }
        if (found.view().indexOf('/') >= 0 || found.view().contains("www.")) {
            found.each(WEB, match -> addTrimmed(found, match.start(), match.end()));
            found.each(PATH, match -> addTrimmed(found, match.start(), match.end()));
        }
        if (found.view().indexOf('@') >= 0) {
            found.each(HANDLE, match -> addTrimmed(found, match.start(), match.end()));
        }
        if (found.view().indexOf(':') >= 0 || found.view().indexOf('=') >= 0) {
            found.each(NAMED_ACCOUNT, match -> found.add(match.start(1), match.end(1), Category.ONLINE, true));
            found.each(IP_V6, match -> {
                if (isIpV6(match.group())) {
                    found.add(match.start(), match.end(), Category.ONLINE, false);
                }
            });
        }
        found.eachNearDigits(IP_V4, match -> found.add(match.start(), match.end(), Category.ONLINE, false));
    }

    private static void obfuscated(FormatFindings found) {
        found.each(OBFUSCATED, match -> found.add(match.start(), match.end(), Category.EMAIL, true));
    }

    // From the @ outwards: each character is looked at once from either side, however many signs there are.
    private static void email(FormatFindings found, int at) {
        var view = found.view();
        int start = at;
        while (start > 0 && at - start < LONGEST_LOCAL_PART && isLocalPart(view.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(view.charAt(start))) {
            start++;
        }
        int end = at + 1;
        while (end < view.length() && end - at <= LONGEST_DOMAIN && isDomain(view.charAt(end))) {
            end++;
        }
        while (end > at + 1 && !Character.isLetterOrDigit(view.charAt(end - 1))) {
            end--;
        }
        int dot = view.substring(at, end).lastIndexOf('.');
        boolean hasTopDomain = dot > 1 && end - at - dot > 2;
        if (start < at && hasTopDomain) {
            found.add(start, end, Category.EMAIL, false);
        }
    }

    private static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+'-!#$&*/=?^{|}~".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static void addTrimmed(FormatFindings found, int start, int matchEnd) {
        int end = matchEnd;
        while (end > start + 1 && TRAILING.indexOf(found.view().charAt(end - 1)) >= 0) {
            end--;
        }
        found.add(start, end, Category.ONLINE, false);
    }

    private static boolean isIpV6(String signs) {
        boolean hasColons = signs.chars().filter(c -> c == ':').count() >= FEWEST_COLONS;
        if (!hasColons || signs.chars().filter(c -> c != ':').count() < 2) {
            return false;
        }
        try {
            // With a colon this is parsed as an address or refused; a name is never looked up.
            return InetAddress.getByName('[' + signs + ']') != null;
        } catch (UnknownHostException none) {
            return false;
        }
    }
}
