using Beffroi.Eva.Orientation;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>Reference 8.9: illettrisme if schooled in France, alphabétisation if never schooled, FLE if schooled elsewhere, with another mother tongue and literate. Every
/// combination of the three answers is checked against that sentence written again here.</summary>
public sealed class PublicCategoryTests
{
    static readonly string?[] Places = ["france", "etranger", "non_scolarise", Background.Unsaid, null];
    static readonly string?[] Tongues = ["oui", "non", Background.Unsaid, null];
    static readonly string?[] Levels = ["pas_etudie", "college", "cfg_dnb", "cap_bep", "bac", "bac_plus2", "superieur", Background.Unsaid, null];

    [Theory]
    [InlineData("france", "oui", "college", "illettrisme")]
    [InlineData("france", "oui", null, "illettrisme")]
    [InlineData("france", null, "cap_bep", "illettrisme")]
    [InlineData("france", "non", "college", "illettrisme")]
    [InlineData("france", "oui", "pas_etudie", "a_preciser")]
    [InlineData("non_scolarise", "oui", "pas_etudie", "alphabetisation")]
    [InlineData("non_scolarise", "non", "pas_etudie", "alphabetisation")]
    [InlineData("non_scolarise", "non", null, "alphabetisation")]
    [InlineData("non_scolarise", "non", "college", "a_preciser")]
    [InlineData("non_scolarise", "non", "bac", "a_preciser")]
    [InlineData("etranger", "non", "cfg_dnb", "fle")]
    [InlineData("etranger", "non", "superieur", "fle")]
    [InlineData("etranger", "non", "college", "a_preciser")]
    [InlineData("etranger", "non", "pas_etudie", "a_preciser")]
    [InlineData("etranger", "non", null, "a_preciser")]
    [InlineData("etranger", "oui", "bac", "a_preciser")]
    [InlineData("etranger", null, "bac", "a_preciser")]
    [InlineData(null, "oui", "bac", "a_preciser")]
    [InlineData("sans_reponse", "oui", "bac", "a_preciser")]
    public void Schooling_decides_first_then_language_then_level(string? place, string? tongue, string? level, string category) =>
        Assert.Equal(category, TechnicalName.Of(PublicProposal.Of(Said(place, tongue, level)).Category));

    [Fact]
    public void No_combination_contradicts_the_rule_of_the_reference()
    {
        foreach (var (place, tongue, level) in from p in Places from t in Tongues from l in Levels select (p, t, l))
        {
            var proposal = PublicProposal.Of(Said(place, tongue, level));
            Assert.True(proposal.Category is not PublicCategory.Illettrisme || place is "france", $"{place} {tongue} {level}");
            Assert.True(proposal.Category is not PublicCategory.Alphabetisation || place is "non_scolarise", $"{place} {tongue} {level}");
            Assert.True(proposal.Category is not PublicCategory.Fle || (place is "etranger" && tongue is "non"), $"{place} {tongue} {level}");
            Assert.True(proposal.Category is not PublicCategory.APreciser || proposal.Question is not null, $"{place} {tongue} {level}");
            Assert.NotEmpty(proposal.Reason);
        }
    }

    [Fact]
    public void Without_a_questionnaire_there_is_a_question_and_no_category() =>
        Assert.Equal((PublicCategory.APreciser, true), (PublicProposal.Of(null).Category, PublicProposal.Of(null).Question is not null));

    [Fact]
    public void What_is_not_asked_is_to_be_asked_in_the_interview() =>
        Assert.All(new[] { "college", "bac", null }, level => Assert.Equal("A-t-elle appris à lire et à écrire dans une autre langue ?", PublicProposal.Of(Said("etranger", "non", level)).Question));

    static Background Said(string? place, string? tongue, string? level) =>
        new() { EvaluationId = Guid.NewGuid(), SchoolingPlace = place, FrenchMotherTongue = tongue, LastLevel = level };
}
