package org.candour.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a redacted copy is made from.
 *
 * @param account the narrative, and below it what the victim has added since
 * @param additions how often the victim has added to it or said how to reach them; a copy made from fewer is out of date
 * @param victim who must not be recognised
 * @param others everyone else who must not be, with who they are
 * @param accused whom an investigator must be able to recognise
 * @param happened when, in words
 */
public record RedactionBasis(
        String account,
        int additions,
        Person victim,
        List<OtherPerson> others,
        List<AccusedOfficer> accused,
        String happened) {
    /** The victim, in all forms on file. */
    public record Person(
            Optional<String> name,
            List<String> otherNames,
            Optional<LocalDate> dateOfBirth,
            List<String> emails,
            List<String> phones,
            List<String> addresses) {
        @Override
        public String toString() {
            return "Person[hidden]";
        }
    }

    /** Somebody else. */
    public record OtherPerson(String relation, String name) {
        @Override
        public String toString() {
            return "OtherPerson[hidden]";
        }
    }

    /** An accused person. */
    public record AccusedOfficer(Optional<String> name, String force, Optional<String> collarNumber) {
        @Override
        public String toString() {
            return "AccusedOfficer[hidden]";
        }
    }

    @Override
    public String toString() {
        return "RedactionBasis[hidden]";
    }
}
