package org.candour.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candour.development.ApiClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, orders and cursors of the lists of cases, and what a walled case answers, over HTTP. */
class CaseListParameterTests extends Harness {
    @ParameterizedTest
    @CsvSource({
        "sort=oldest, sort, 'must be one of [newest, due, changed]'",
        "status=LOST, status, 'must be one of [RECEIVED, IN_SUPPORT, WITH_INVESTIGATORS, CLOSED]'",
        "status=in_support, status, 'must be one of [RECEIVED, IN_SUPPORT, WITH_INVESTIGATORS, CLOSED]'",
        "dueBefore=tomorrow, dueBefore, not of the right form",
        "dueBefore=2026-02-30, dueBefore, not of the right form",
        "before=x, before, not of the right form",
        "before=018f0000-0000-7000-8000-000000000000, before, not of the right form"
    })
    void aParameterThatIsNoneIsNamedWithThoseThatAre(String parameter, String field, String reason) {
        for (var answer : List.of(
                as(Caller.ADVOCATE).get("/api/cases?" + parameter),
                as(Caller.COMMISSIONER).get("/api/assignments?" + parameter))) {
            assertThat(answer.status()).isEqualTo(400);
            var error = answer.json().path("errors").get(0);
            assertThat(error.path("field").stringValue()).isEqualTo(field);
            assertThat(error.path("reason").stringValue()).isEqualTo(reason);
        }
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        cases().granted();
        cases().granted();
        var cursor = as(Caller.ADVOCATE)
                .get("/api/cases?size=1&sort=changed")
                .expect(200)
                .json()
                .path("before")
                .stringValue();

        var refused = as(Caller.ADVOCATE).get("/api/cases?size=1&sort=due&before=" + cursor);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").get(0).path("field").stringValue())
                .isEqualTo("before");
        as(Caller.ADVOCATE)
                .get("/api/cases?size=1&sort=changed&before=" + cursor)
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newest", "due", "changed", "CHANGED"})
    void everyOrderGoesThroughAllPages(String sort) {
        for (var i = 0; i < 3; i++) {
            cases().granted();
        }
        var seen = new ArrayList<String>();
        var path = "/api/cases?size=2&sort=" + sort;
        var page = as(Caller.ADVOCATE).get(path).expect(200);
        while (seen.addAll(ids(page)) && page.json().has("before")) {
            page = as(Caller.ADVOCATE)
                    .get(path + "&before=" + page.json().path("before").stringValue())
                    .expect(200);
        }

        assertThat(seen)
                .doesNotHaveDuplicates()
                .containsAll(ids(as(Caller.ADVOCATE).get("/api/cases?size=200").expect(200)));
    }

    @Test
    void theVictimSeesThatTheirCaseWasInAList() {
        var granted = cases().granted();
        as(Caller.ADVOCATE).get("/api/cases?size=200").expect(200);
        as(Caller.COMMISSIONER).get("/api/assignments?size=200").expect(200);

        var log = as(Caller.OWNER).get(granted.path("access-log")).expect(200).text();

        assertThat(log).contains("LIST_GRANTED_CASES", "LIST_ASSIGNMENTS", "Saw your case in their list of cases");
    }

    /** The force's investigator is walled from the case, and no grant could change that. */
    @Test
    void aWalledCaseAnswersByteForByteAsOneThatDoesNotExist() {
        var walled = cases().released();
        var caseId = cases().granted().id();

        for (var what : List.of("", "/progress", "/access-log", "/assignments")) {
            assertAsUnknown("/api/cases/" + caseId + what, caseId);
        }
        assertAsUnknown(walled.path("file"), walled.id());
        assertThat(as(Caller.OWN_FORCE).get("/api/disclosures").expect(200).text())
                .doesNotContain(walled.id());
        assertThat(as(Caller.COMMISSIONER)
                        .get("/api/conflict-refusals")
                        .expect(200)
                        .text())
                .contains("westmarch", "READ_DISCLOSURE");
    }

    /** But for the id that was sent, which the answer names as the address it is about. */
    private void assertAsUnknown(String path, String id) {
        var unknown = UUID.randomUUID().toString();

        var walled = shown(as(Caller.OWN_FORCE).get(path)).replace(id, unknown);

        assertThat(walled).isEqualTo(shown(as(Caller.OWN_FORCE).get(path.replace(id, unknown))));
    }

    private static String shown(Answer answer) {
        return answer.status() + " " + answer.header("Content-Type") + " " + answer.text();
    }

    private static List<String> ids(Answer page) {
        var ids = new ArrayList<String>();
        page.json().path("items").forEach(item -> ids.add(item.path("id").stringValue()));
        return ids;
    }

    @Test
    void aLineShowsCodesAndDatesAndNothingElse() {
        cases().granted();

        var item = as(Caller.ADVOCATE)
                .get("/api/cases?size=1")
                .expect(200)
                .json()
                .path("items")
                .get(0);

        assertThat(item.propertyNames()).isSubsetOf("id", "reference", "status", "since", "nextDueOn", "changedAt");
    }
}
