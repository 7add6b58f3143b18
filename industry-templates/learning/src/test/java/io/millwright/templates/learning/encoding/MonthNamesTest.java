package io.millwright.templates.learning.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonthNamesTest {

    @Test
    void namesOfAllMonthsInTheLanguagesOfThoseWhoBringFiles() {
        for (String year : List.of(
                "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC",
                "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
                "Jän Feb Mrz Apr Mai Jun Jul Aug Sept Okt Nov Dez",
                "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
                "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
                "ene feb mar abr may jun jul ago sep oct nov dic",
                "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
                "gen feb mar apr mag giu lug ago set ott nov dic",
                "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
                "jan fev mar abr mai jun jul ago set out nov dez",
                "januari februari maart april mei juni juli augustus september oktober november december",
                "jan feb mrt apr mei jun jul aug sep okt nov dec")) {
            assertThat(List.of(year.split(" ")))
                    .map(name -> MonthNames.month(name).orElse(null))
                    .describedAs(year)
                    .containsExactly(Month.values());
        }
    }

    @Test
    void otherWordsAreNoMonths() {
        assertThat(List.of("ma", "total", "jui", "demand", "decline", "north"))
                .allMatch(name -> MonthNames.month(name).isEmpty());
    }
}
