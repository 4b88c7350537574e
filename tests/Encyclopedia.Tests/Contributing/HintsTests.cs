using Beffroi.Encyclopedia.Hints;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class HintsTests
{
    [Theory]
    [InlineData("Le compte était tenu par Jeanne Martin, à Lyon.", "Jeanne Martin")]
    [InlineData("It was run by John Q. Smith and John Smith.", "John Smith")]
    [InlineData("Selon Jean-Paul de La Tour, rien.", "Jean-Paul de La Tour")]
    [InlineData("Écrire à Mme Dupuis.", "Mme Dupuis")]
    [InlineData("Écrire à jean@exemple.fr.", "jean@exemple.fr")]
    [InlineData("Le compte @untelle_59 a relayé.", "@untelle_59")]
    [InlineData("Au 06 12 34 56 78, le soir.", "06 12 34 56 78")]
    [InlineData("Le compte de **Jeanne** Martin.", "Jeanne Martin")]
    [InlineData("Le compte de Jeanne  \u00A0 Martin.", "Jeanne Martin")]
    [InlineData("Le compte de Jeanne\nMartin.", "Jeanne Martin")]
    [InlineData("Tenu par MARTIN Jeanne.", "MARTIN Jeanne")]
    [InlineData("Tenu par JEANNE MARTIN.", "JEANNE MARTIN")]
    [InlineData("Tenu par Ahmed Exemple.", "Ahmed Exemple")]
    [InlineData("Tenu par Mamadou Exemple.", "Mamadou Exemple")]
    [InlineData("Tenu par Aminata Exemple.", "Aminata Exemple")]
    [InlineData("[Écrire](mailto:jeanne@exemple.fr)", "jeanne@exemple.fr")]
    public void A_likely_person_is_pointed_at(string words, string name) =>
        Assert.Contains(name, EditorialHints.Of(Samples.Practice.With(Lang.French, "more", words), null).Where(h => h.Kind == HintKind.Person).Select(h => h.Words));

    [Theory]
    [InlineData("La Commission européenne et le Conseil de l’Union européenne.")]
    [InlineData("The European Union, the United States and Viginum.")]
    [InlineData("Le règlement (UE) 2022/2065, article 34, du 19 octobre 2022.")]
    [InlineData("Voir https://example.org/@page et Martin University Press.")]
    public void An_institution_a_law_or_an_address_is_no_person(string words) =>
        Assert.Empty(EditorialHints.Of(Samples.Practice.With(Lang.French, "more", words), null));

    [Fact]
    public void What_is_published_already_is_not_asked_about_again()
    {
        var published = Samples.Practice.With(Lang.French, "more", "Travaux de Jeanne Martin, remarquables.");

        Assert.Equal(["Paul Durand"], EditorialHints.Of(published.With(Lang.French, "more", "Travaux de Jeanne Martin et de Paul Durand, remarquables."), published).Select(h => h.Words));
    }

    [Fact]
    public void A_criterion_that_is_obvious_or_says_nothing_is_pointed_at_and_so_is_a_missing_source()
    {
        var content = Samples.Practice with { Sources = [], Criteria = [Why("Oui."), Why("C’est une question de bon sens pour tout le monde."), Why("Neuf cents comptes ont relayé en une heure.")] };

        Assert.Equal([(HintKind.Source, "sources"), (HintKind.Criterion, "criteria.0.why"), (HintKind.Criterion, "criteria.1.why")], EditorialHints.Of(content with { Criteria = [.. content.Criteria.Select((c, i) => c with { Criterion = (Criterion)i })] }, null).Select(h => (h.Kind, h.Place)));
    }

    [Theory]
    [InlineData(Lang.French, "Une campagne évidemment scandaleuse.", 2)]
    [InlineData(Lang.English, "A clearly shameful campaign.", 2)]
    [InlineData(Lang.English, "A campaign of 300 accounts.", 0)]
    public void A_word_that_judges_is_pointed_at_in_both_languages(Lang language, string words, int times) =>
        Assert.Equal(times, EditorialHints.Of(Samples.Practice.With(language, "more", words), null).Count(h => h.Kind == HintKind.Judgement));

    [Fact]
    public void No_number_of_other_hints_hides_a_person()
    {
        var words = string.Concat(Enumerable.Range(0, 676).Select(i => $"Jean Nom{(char)('a' + (i % 26))}{(char)('a' + (i / 26 % 26))} a vu. "));

        var hints = EditorialHints.Of(Samples.Practice.With(Lang.French, "more", words + "Évidemment."), null);

        Assert.Equal((676, 1), (hints.Count(h => h.Kind == HintKind.Person), hints.Count(h => h.Kind == HintKind.Judgement)));
    }

    [Fact]
    public void A_person_is_looked_for_wherever_words_become_public()
    {
        var start = Samples.Practice;
        var content = start with
        {
            Texts = start.Texts with { Fr = start.Texts.Fr! with { Synonyms = ["Paul Synonyme"] } },
            Sources = [new() { Title = "Vie de Paul Titre", Publisher = "Paul Editeur" }],
            Reliability = [start.Reliability[0] with { By = "Paul Essai" }],
        };

        var found = EditorialHints.Of(content, null, ("comment", "Merci à Paul Merci"), ("authorName", "Paul Signe")).Where(h => h.Kind == HintKind.Person);

        Assert.Equal(["texts.fr.synonyms", "sources.0.title", "sources.0.publisher", "reliability.0.by", "comment", "authorName"], found.Select(h => h.Place));
    }

    static CriterionNote Why(string why) => new() { Criterion = Criterion.Massive, Why = new() { Fr = why } };
}
